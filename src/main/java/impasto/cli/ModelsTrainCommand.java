package impasto.cli;

import impasto.config.EngineConfig;
import impasto.config.Precision;
import impasto.config.TrainingConfig;
import impasto.models.InputConventions;
import impasto.models.ModelException;
import impasto.models.SafetensorsWriter;
import impasto.net.NetworkWeights;
import impasto.net.UnusableWeightsException;
import impasto.report.Shell;
import impasto.torch.ComputationException;
import impasto.torch.TorchRuntime;
import impasto.training.PictureFolders;
import impasto.training.Trainer;
import impasto.training.TrainingPictures;
import impasto.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network like the built-in one. */
@Command(
    name = "train",
    description = {
      "Train a slim network to see as a wide one, the teacher, does.",
      "The teacher is the model of -m, VGG19 for a network like the built-in one. Ctrl-C keeps a",
      "checkpoint to --resume from."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis =
        "impasto models train [OPTIONS] -m TEACHER --images DIR [--images DIR]... -o FILE",
    footer = {
      "",
      "Example:",
      "  impasto models train -m vgg19-caffe --images photos --images paintings -o slim.safetensors"
    })
final class ModelsTrainCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ModelsTrainCommand.class);

  @Spec private CommandSpec spec;

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description =
          "Pictures to train on; several folders have the same say each, one named twice has twice.")
  private List<Path> images = List.of();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The network: .safetensors, float16.")
  private Path output;

  @Option(
      names = "--resume",
      description = "Go on where the same training was stopped or killed, if it was.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Replace existing results.")
  private boolean overwrite;

  @ArgGroup(validate = false, heading = "%nThe training:%n")
  private TrainingOptions training = new TrainingOptions();

  @ArgGroup(validate = false, heading = "%nThe machine:%n")
  private EngineOptions engine = new EngineOptions();

  @Override
  public Integer call() {
    if (!model.isGiven()) {
      throw new ParameterException(spec.commandLine(), "-m TEACHER is missing");
    }
    TrainingConfig config = Usage.checked(spec, training::toConfig);
    EngineConfig machine = Usage.checked(spec, engine::toConfig);
    TrainingFiles files = new TrainingFiles(output);
    LoadedModel teacher = model.load();
    files.check(teacher.place(), overwrite, resume);
    check(teacher, config);
    TrainingPictures pictures = PictureFolders.read(images);
    try (Interruption interruption = Interruption.listen();
        TorchRuntime runtime = TorchRuntime.start(machine)) {
      Precision precision = engine.precision(runtime);
      Trainer trainer = new Trainer(runtime, teacher.weights(), config, precision, pictures);
      String lesson =
          "%s by %s in %s on %s".formatted(config, teacher.choice().sha256(), precision, images);
      Optional<TrainingState> saved = files.saved(resume, lesson);
      TrainingLog log =
          new TrainingLog(config.steps(), files.checkpoint(), lesson, System::nanoTime);
      LOG.info("training on {} pictures", pictures.count());
      Optional<NetworkWeights> trained = trainer.run(saved, log, interruption);
      if (trained.isPresent()) {
        write(
            trained.get(),
            facts(
                trained.get(),
                teacher,
                "%s in %s".formatted(config, precision),
                pictures,
                log.text()));
        delete(files.checkpoint());
      }
    } catch (IOException e) {
      throw new OutputException("cannot write " + output + ": " + e.getMessage(), e);
    }
    return ExitCode.DONE.code();
  }

  private void check(LoadedModel teacher, TrainingConfig config) {
    try {
      Usage.checked(spec, () -> Trainer.parameters(teacher.weights(), config));
    } catch (UnusableWeightsException e) {
      throw new ModelException(teacher.place() + ": " + e.getMessage(), e);
    }
  }

  private void write(NetworkWeights trained, Map<String, String> facts) throws IOException {
    try {
      SafetensorsWriter.writeHalves(output, trained.toStateDict(facts));
    } catch (IllegalArgumentException e) {
      throw new ComputationException(
          "the trained network cannot be written as float16 ("
              + e.getMessage()
              + "); use a smaller --learning-rate",
          e);
    }
    LOG.info("{}: written, {}", output, ModelsListCommand.megabytes(Files.size(output)));
  }

  private Map<String, String> facts(
      NetworkWeights trained,
      LoadedModel teacher,
      String training,
      TrainingPictures pictures,
      String errors) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(InputConventions.KEY, Converters.nameOf(trained.convention()));
    facts.put("impasto.version", Version.number());
    facts.put("impasto.date", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put("impasto.teacher", withoutFolders(teacher.label()));
    facts.put("impasto.teacher.sha256", teacher.choice().sha256());
    facts.put("impasto.command", command());
    facts.put("impasto.training", training);
    facts.put("impasto.pictures", Integer.toString(pictures.count()));
    facts.put("impasto.unexplained", errors);
    return facts;
  }

  /** The command line; the names of folders are nobody's business. */
  private String command() {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    return Shell.line(words.stream().map(ModelsTrainCommand::withoutFolders).toList());
  }

  private static String withoutFolders(String word) {
    return word.replaceFirst("^(--?[^=/\\\\]*=)?.*[/\\\\](?=.)", "$1");
  }

  private static void delete(Path checkpoint) {
    try {
      Files.deleteIfExists(checkpoint);
    } catch (IOException e) {
      LOG.warn("cannot delete {} ({}), which is of no more use", checkpoint, e.getMessage());
    }
  }
}
