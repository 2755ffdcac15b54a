package impasto.report;

import impasto.files.AtomicFile;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws how the loss and its terms went down, on a logarithmic axis. */
public final class LossPlot {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 700;

  /** Runs of fewer evaluations show each as a dot. */
  private static final int FEW = 30;

  /** A scale narrower than this share of the plot has no room for its name. */
  private static final double ROOM = 0.07;

  private static final Color TEXT = new Color(0x333333);
  private static final Color FRAME = new Color(0x999999);
  private static final Color GRID = new Color(0xE6E6E6);

  private LossPlot() {}

  /**
   * Writes the plot as a PNG of 1200 x 700 pixels; it appears whole or not at all.
   *
   * @param file where to
   * @param title a line above the plot
   * @param points evaluations in their order, as {@link RunProgress#points} gives them
   * @param overwrite whether an existing file is replaced
   * @throws IllegalArgumentException if there are no points
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and is not to be replaced
   * @throws IOException if it cannot be drawn, as on a system without fonts, or not be written
   */
  public static void write(Path file, String title, List<LossPoint> points, boolean overwrite)
      throws IOException {
    AtomicFile.write(file, draw(title, points), overwrite);
  }

  private static byte[] draw(String title, List<LossPoint> points) throws IOException {
    Curves curves = Curves.of(points);
    try {
      BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      chart(title, points, curves).paint(graphics, WIDTH, HEIGHT);
      graphics.dispose();
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    } catch (RuntimeException | LinkageError | InternalError e) {
      // Java without font libraries or fonts fails in many ways.
      throw new IOException(
          "the plot cannot be drawn ("
              + e
              + "); where fonts are missing, install fontconfig and one",
          e);
    }
  }

  private static XYChart chart(String title, List<LossPoint> points, Curves curves) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(Printable.shortened(title, 100))
            .xAxisTitle("evaluations of the objective")
            .yAxisTitle("loss, weighted")
            .build();
    style(chart.getStyler());
    double first = points.get(0).evaluations();
    double last = points.get(points.size() - 1).evaluations();
    double margin = Math.max(0.5, (last - first) / 100);
    chart.getStyler().setXAxisMin(first - margin).setXAxisMax(last + margin);
    chart.getStyler().setYAxisMin(curves.lowest()).setYAxisMax(curves.highest());
    chart.getStyler().setYAxisLogarithmicDecadeOnly(curves.highest() > 100 * curves.lowest());
    for (Curves.Curve curve : curves.all()) {
      XYSeries series = chart.addSeries(curve.name(), curves.evaluations(), curve.values());
      series.setLineColor(curve.look().color());
      series.setLineStyle(curve.look().stroke());
      series.setMarkerColor(curve.look().color());
      series.setMarker(points.size() < FEW ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }
    markScales(chart, points, curves, last + margin - (first - margin));
    return chart;
  }

  private static void markScales(
      XYChart chart, List<LossPoint> points, Curves curves, double width) {
    int begin = 0;
    for (int i = 1; i <= points.size(); i++) {
      LossPoint scale = points.get(begin);
      boolean end = i == points.size();
      if (!end && points.get(i).scale() == scale.scale()) {
        continue;
      }
      double from = scale.evaluations();
      double to = points.get(i - 1).evaluations();
      if (!end) {
        to = points.get(i).evaluations() - 0.5;
        chart.addAnnotation(new AnnotationLine(to, true, false));
      }
      if (points.size() == 1 || to - from >= ROOM * width) {
        String name = String.format(Locale.ROOT, "%d \u00d7 %d", scale.width(), scale.height());
        chart.addAnnotation(new AnnotationText(name, (from + to) / 2, curves.labelHeight(), false));
      }
      begin = i;
    }
  }

  private static void style(XYStyler styler) {
    styler.setYAxisLogarithmic(true);
    styler.setLocale(Locale.ROOT);
    styler.setAntiAlias(true);
    styler.setTextAntiAlias(true);
    styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(TEXT).setChartPadding(16);
    styler.setChartTitleFont(font(Font.BOLD, 18)).setChartTitleBoxVisible(false);
    styler.setPlotBackgroundColor(Color.WHITE).setPlotBorderColor(FRAME).setPlotContentSize(1);
    styler.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
    styler.setAxisTitleFont(font(Font.PLAIN, 15)).setAxisTickLabelsFont(font(Font.PLAIN, 13));
    styler.setAxisTickLabelsColor(TEXT).setAxisTickMarksColor(FRAME);
    styler.setAxisTicksLineVisible(false).setPlotMargin(0).setAxisTickPadding(6);
    styler.setXAxisTickMarkSpacingHint(80);
    styler.setChartTitlePadding(10);
    styler.setLegendPosition(LegendPosition.OutsideE).setLegendFont(font(Font.PLAIN, 14));
    styler.setLegendBorderColor(Color.WHITE).setLegendSeriesLineLength(32);
    styler.setAnnotationLineColor(FRAME);
    styler.setAnnotationLineStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0));
    styler.setAnnotationTextFont(font(Font.PLAIN, 13)).setAnnotationTextFontColor(TEXT);
    styler.setMarkerSize(7);
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
