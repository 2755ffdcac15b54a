package impasto.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The program as users install it, without packing it: the launcher, and one jar that refers to the
 * class path of the tests.
 *
 * @param home the folder that holds {@code bin} and {@code lib}
 */
record Installation(Path home) {
  private static final Path SOURCE = Path.of("src/dist");

  /** Installs to a folder that does not exist yet. */
  static Installation in(Path home) throws IOException {
    for (String folder : List.of("bin", "lib")) {
      Files.createDirectories(home.resolve(folder));
    }
    for (String file : List.of("bin/impasto", "lib/launch.sh", "lib/java.options")) {
      Files.copy(SOURCE.resolve(file), home.resolve(file));
    }
    executable(home.resolve("bin/impasto"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    new JarOutputStream(Files.newOutputStream(home.resolve("lib/all.jar")), manifest).close();
    return new Installation(home);
  }

  /** A script in place of Java, which answers the launcher's question for the version. */
  static Path fakeJava(Path javaHome, String version, String script) throws IOException {
    Path java = Files.createDirectories(javaHome.resolve("bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ "$1" = -version ]; then
          echo 'Picked up JAVA_TOOL_OPTIONS: -Dsome.version="x"' >&2
          echo 'openjdk version "%s" 2025-04-15' >&2
          exit 0
        fi
        %s"""
            .formatted(version, script));
    executable(java);
    return javaHome;
  }

  /** A process of the launcher, in the installation's folder; its error joins its output. */
  ProcessBuilder launcher(Path javaHome, Object... args) {
    return command(javaHome, List.of(launcher().toString()), args);
  }

  /** The same, through another command. */
  ProcessBuilder command(Path javaHome, List<String> prefix, Object... args) {
    List<String> command = new ArrayList<>(prefix);
    Arrays.stream(args).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(home.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("IMPASTO_JAVA_OPTS");
    builder.environment().put("JAVA_HOME", javaHome.toString());
    return builder;
  }

  /** The launcher's file. */
  Path launcher() {
    return home.resolve("bin/impasto");
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
