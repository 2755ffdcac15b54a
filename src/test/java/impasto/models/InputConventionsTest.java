package impasto.models;

import static impasto.config.InputConvention.CAFFE;
import static impasto.config.InputConvention.TORCHVISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import impasto.config.InputConvention;
import impasto.torch.StateDict;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputConventionsTest {
  private static final Path UNKNOWN = Fixtures.path("zip.pth");

  @Test
  void theFilesOwnWordComesFirst() {
    assertThat(of("caffe", Optional.empty())).isEqualTo(CAFFE);
    assertThat(of("torchvision", Optional.empty())).isEqualTo(TORCHVISION);
    assertThat(of("caffe", Optional.of(CAFFE))).isEqualTo(CAFFE);
  }

  @Test
  void anOptionAgainstTheFilesWordIsRefused() {
    assertThatThrownBy(() -> of("caffe", Optional.of(TORCHVISION)))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("zip.pth", "caffe", "--input-convention", "torchvision");
  }

  @Test
  void anUnknownWordIsRefused() {
    assertThatThrownBy(() -> of("bgr", Optional.of(CAFFE)))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("zip.pth", "impasto.input");
  }

  @Test
  void theOptionDecidesForAnUnknownFile() {
    assertThat(of(null, Optional.of(CAFFE))).isEqualTo(CAFFE);
    assertThat(of(null, Optional.of(TORCHVISION))).isEqualTo(TORCHVISION);
  }

  @Test
  void withoutAnyWordTheOptionIsAskedFor() {
    assertThatThrownBy(() -> of(null, Optional.empty()))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("zip.pth", "--input-convention torchvision or caffe");
  }

  @Test
  void aCataloguedFileIsKnownByItsHash() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Fixtures.bytes("zip.pth"));
    String prefix = HexFormat.of().formatHex(hash).substring(0, 8);
    Catalogue catalogue =
        new Catalogue(List.of(new Catalogue.Entry("x", "x.pth", "", prefix, "caffe", "", 0)));
    StateDict silent = new StateDict(Map.of(), Map.of());

    assertThat(
            InputConventions.of(
                UNKNOWN, silent, Optional.empty(), () -> Sha256.of(UNKNOWN), catalogue))
        .isEqualTo(CAFFE);
    assertThatThrownBy(
            () ->
                InputConventions.of(
                    UNKNOWN, silent, Optional.of(TORCHVISION), () -> Sha256.of(UNKNOWN), catalogue))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("expect caffe input");
  }

  @Test
  void theCatalogueNamesFourFilesWhoseNamesCarryTheirHash() {
    assertThat(Catalogue.load().models())
        .extracting(Catalogue.Entry::name, Catalogue.Entry::input)
        .containsExactly(
            tuple("vgg19", "torchvision"),
            tuple("vgg16", "torchvision"),
            tuple("vgg19-caffe", "caffe"),
            tuple("vgg16-caffe", "caffe"));
    assertThat(Catalogue.load().models())
        .allSatisfy(
            model -> {
              assertThat(model.file()).endsWith("-" + model.sha256Prefix() + ".pth");
              assertThat(model.url()).startsWith("https://").endsWith("/" + model.file());
            });
  }

  private static InputConvention of(String declared, Optional<InputConvention> asked) {
    Map<String, String> metadata = declared == null ? Map.of() : Map.of("impasto.input", declared);
    return InputConventions.of(UNKNOWN, new StateDict(Map.of(), metadata), asked);
  }
}
