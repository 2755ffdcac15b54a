package impasto.cli;

import impasto.batch.CrewRules;
import impasto.batch.Shard;
import java.nio.file.Path;
import java.util.List;

/**
 * How a batch goes on, as its options tell it.
 *
 * @param folder where the results go
 * @param shard this process's share
 * @param rules how its workers work
 * @param limit how many pictures are painted at most
 * @param workers begins its workers
 * @param commandLine the arguments as given
 */
record BatchSetup(
    Path folder,
    Shard shard,
    CrewRules rules,
    int limit,
    WorkerCommands workers,
    List<String> commandLine) {

  /** Copies the list. */
  BatchSetup {
    commandLine = List.copyOf(commandLine);
  }

  /** The page that shows all pictures; each share has its own. */
  Path page() {
    return folder.resolve("index" + share() + ".html");
  }

  /** What programs are told; each share has its own. */
  Path summary() {
    return folder.resolve("summary" + share() + ".json");
  }

  private String share() {
    return shard.equals(Shard.ALL) ? "" : ".%d-of-%d".formatted(shard.number(), shard.of());
  }
}
