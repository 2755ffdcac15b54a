package impasto.samples;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A short list of colours that go together. */
public record Palette(List<Rgb> colours) {
  /** The colours of sRGB codes such as 0xFF8000. */
  public static Palette of(int... codes) {
    return new Palette(Arrays.stream(codes).mapToObj(Rgb::hex).toList());
  }

  /** The colour at {@code t} along the list as a smooth ramp: 0 is the first, 1 the last. */
  public Rgb at(double t) {
    double place = Ease.clamp(t) * (colours.size() - 1);
    int i = Math.min((int) place, colours.size() - 2);
    return colours.get(i).mix(colours.get(i + 1), place - i);
  }

  /** One of the colours. */
  public Rgb pick(RandomGenerator random) {
    return colours.get(random.nextInt(colours.size()));
  }
}
