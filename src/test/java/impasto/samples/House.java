package impasto.samples;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.random.RandomGenerator;

/** The front of an old town house, drawn in metres with y upwards from its foot. */
public record House(Graphics2D g, RandomGenerator random, double x, double wide, double high) {
  private static final Palette WALLS =
      Palette.of(
          0xB4643C, 0xC98B4A, 0xD9B27A, 0x9C4A38, 0xE3CDA4, 0x8C9A86, 0x7F96A8, 0xC77F66, 0xA9745A,
          0xDDBB8F);
  private static final Palette ROOFS = Palette.of(0x7A3B2A, 0x5C3A30, 0x4C4A50, 0x8A4A30);
  private static final Palette DOORS = Palette.of(0x23402F, 0x5A1F1C, 0x1F3350, 0x3A2A20);
  private static final Rgb STONE = Rgb.hex(0xCFC2A8);

  public void draw() {
    Rgb wall = WALLS.pick(random);
    Rgb roof = ROOFS.pick(random);
    switch (random.nextInt(3)) {
      case 0 -> steppedGable(wall);
      case 1 -> bellGable(wall);
      default -> eaves(roof);
    }
    box(wall, 1, 0, 0, wide, high);
    bricks();
    box(Rgb.hex(0x6E665C), 1, 0, 0, wide, 0.55);
    box(STONE, 0.85, 0, 0.55, wide, 0.10);
    storeys();
    // The edge of the next house, and its shadow.
    box(Rgb.BLACK, 0.35, 0, 0, 0.06, high);
    box(Rgb.BLACK, 0.16, 0.06, 0, 0.25, high);
    box(STONE, 0.5, wide - 0.08, 0, 0.05, high);
  }

  private void storeys() {
    int floors = (int) Math.max(3, Math.round(high / 3.0));
    double storey = (high - 0.4) / floors;
    int bays = wide > 6 ? 4 : wide > 5 ? 3 : 2;
    double bay = (wide - 0.5) / bays;
    boolean shutters = random.nextInt(3) == 0;
    Rgb paint = DOORS.pick(random);
    int door = random.nextInt(bays);
    Window window = new Window(g, random, STONE, shutters ? paint : null);
    for (int floor = 0; floor < floors; floor++) {
      double w = bay * (shutters ? 0.42 : 0.56);
      double h = storey * (floor == 0 ? 0.66 : 0.62 - 0.04 * floor);
      for (int i = 0; i < bays; i++) {
        double left = x + 0.25 + (i + 0.5) * bay - w / 2;
        if (floor == 0 && i == door) {
          window.door(left - 0.05, 0.3, w + 0.1, storey * 0.80, paint);
        } else {
          window.draw(left, floor * storey + storey * (floor == 0 ? 0.3 : 0.24), w, h);
        }
      }
      if (floor > 0 && random.nextInt(2) == 0) {
        box(STONE, 0.65, 0, floor * storey + 0.1, wide, 0.09);
        box(Rgb.BLACK, 0.25, 0, floor * storey - 0.03, wide, 0.13);
      }
    }
  }

  private void steppedGable(Rgb wall) {
    int steps = 4;
    double rise = wide * 0.13;
    for (int i = 0; i < steps; i++) {
      double inset = wide * (0.07 + 0.11 * i);
      box(wall, 1, inset, high + i * rise - 0.02, wide - 2 * inset, rise + 0.03);
      box(STONE, 1, inset - 0.06, high + (i + 1) * rise, wide - 2 * inset + 0.12, 0.12);
    }
    new Window(g, random, STONE, null).draw(x + wide * 0.42, high + 0.5, wide * 0.16, 1.1);
  }

  private void bellGable(Rgb wall) {
    double top = wide * 0.55;
    for (int trim = 1; trim >= 0; trim--) {
      double e = 0.14 * trim;
      Path2D bell = new Path2D.Double();
      bell.moveTo(x - e, high);
      bell.curveTo(
          x + wide * 0.20 - e,
          high,
          x + wide * 0.12 - e,
          high + top,
          x + wide * 0.36 - e,
          high + top + e);
      bell.lineTo(x + wide * 0.64 + e, high + top + e);
      bell.curveTo(x + wide * 0.88 + e, high + top, x + wide * 0.80 + e, high, x + wide + e, high);
      bell.closePath();
      g.setColor(trim == 1 ? STONE.awt() : wall.awt());
      g.fill(bell);
    }
    box(STONE, 1, wide * 0.33, high + top, wide * 0.34, 0.22);
    new Window(g, random, STONE, null).draw(x + wide * 0.40, high + 0.5, wide * 0.20, 1.3);
  }

  private void eaves(Rgb roof) {
    double rise = 2.2 + random.nextDouble();
    Path2D slope = new Path2D.Double();
    slope.moveTo(x - 0.1, high);
    slope.lineTo(x + 0.15, high + rise);
    slope.lineTo(x + wide - 0.15, high + rise);
    slope.lineTo(x + wide + 0.1, high);
    slope.closePath();
    g.setColor(roof.awt());
    g.fill(slope);
    for (double y = 0.15; y < rise; y += 0.22) {
      box(Rgb.BLACK, 0.16, 0.1, high + y, wide - 0.2, 0.06);
    }
    for (int i = 0; i < 60; i++) {
      double px = random.nextDouble() * (wide - 0.6) + 0.2;
      box(
          roof.times(0.7 + 0.8 * random.nextDouble()),
          0.5,
          px,
          high + random.nextDouble() * (rise - 0.3),
          0.3,
          0.22);
    }
    double stack = wide * (0.1 + 0.7 * random.nextDouble());
    box(Rgb.hex(0x6B3F33), 1, stack, high + rise - 0.5, 0.7, 1.5);
    box(Rgb.BLACK, 0.35, stack, high + rise - 0.5, 0.2, 1.5);
    box(STONE, 0.9, stack - 0.08, high + rise + 1.0, 0.86, 0.14);
    double middle = wide * 0.5 - 0.7;
    box(STONE, 1, middle - 0.12, high + 0.25, 1.64, 1.75);
    new Window(g, random, STONE, null).draw(x + middle + 0.2, high + 0.4, 1.0, 1.2);
    box(roof.times(0.6), 1, middle - 0.25, high + 2.0, 1.9, 0.22);
    box(STONE, 1, -0.12, high - 0.05, wide + 0.24, 0.22);
    box(Rgb.BLACK, 0.3, 0, high - 0.4, wide, 0.35);
  }

  private void bricks() {
    for (double y = 0.1; y < high; y += 0.11) {
      box(Rgb.BLACK, 0.05 + 0.06 * random.nextDouble(), 0, y, wide, 0.03);
    }
    for (int i = 0; i < wide * high * 5; i++) {
      double px = random.nextDouble() * (wide - 0.3);
      double py = 0.11 * (int) (random.nextDouble() * high / 0.11);
      Rgb tone = random.nextBoolean() ? Rgb.BLACK : Rgb.WHITE;
      box(tone, 0.03 + 0.07 * random.nextDouble(), px, py, 0.28, 0.09);
    }
    // Streaks of rain and soot.
    for (int i = 0; i < 24; i++) {
      double length = high * 0.5 * random.nextDouble();
      double from = high * random.nextDouble();
      box(
          Rgb.BLACK,
          0.04,
          wide * random.nextDouble() * 0.95,
          Math.max(0, from - length),
          0.1,
          Math.min(length, from));
    }
  }

  private void box(Rgb colour, double opacity, double left, double bottom, double w, double h) {
    g.setColor(colour.awt(opacity));
    g.fill(new Rectangle2D.Double(x + left, bottom, w, h));
  }
}
