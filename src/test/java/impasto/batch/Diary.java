package impasto.batch;

import java.util.ArrayList;
import java.util.List;

/** Writes down what becomes of jobs, in words; not how far they are. */
final class Diary implements CrewListener {
  private final List<String> lines = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  List<Double> shares() {
    return shares;
  }

  @Override
  public void begun(Task task) {
    note(task, "begun");
  }

  @Override
  public void progressed(Task task, double share) {
    shares.add(share);
  }

  @Override
  public void painted(Task task) {
    note(task, "painted");
  }

  @Override
  public void found(Task task) {
    note(task, "found");
  }

  @Override
  public void stale(Task task, String reason) {
    note(task, "stale: " + reason);
  }

  @Override
  public void failed(Task task, String reason) {
    note(task, "failed: " + reason);
  }

  @Override
  public void retried(Task task, String reason) {
    note(task, "tried again: " + reason);
  }

  @Override
  public void putBack(Task task) {
    note(task, "put back");
  }

  @Override
  public void busy(Task task) {
    note(task, "busy");
  }

  private void note(Task task, String words) {
    lines.add(task.job().output() + " " + words);
  }
}
