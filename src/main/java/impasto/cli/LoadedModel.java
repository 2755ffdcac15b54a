package impasto.cli;

import impasto.net.NetworkWeights;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A network and where it came from, for the record of a run.
 *
 * @param weights the network
 * @param file the weight file
 * @param name the installed model's name; empty for a file given by its path
 * @param sha256 the file's SHA-256, 64 lower-case hexadecimal digits
 */
record LoadedModel(NetworkWeights weights, Path file, Optional<String> name, String sha256) {}
