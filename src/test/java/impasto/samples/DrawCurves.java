package impasto.samples;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Plots how near networks come to paintings, against how far from photos: models/curves.csv. */
public final class DrawCurves {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;

  private DrawCurves() {}

  /**
   * Draws the plot.
   *
   * @param args a table of network, style weight, content ratio and style ratio, and the PNG to
   *     write
   * @throws IOException when one cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: DrawCurves TABLE.csv PLOT.png");
      System.exit(2);
    }
    System.setProperty("java.awt.headless", "true");
    BufferedImage plot = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = plot.createGraphics();
    chart(Path.of(args[0])).paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    ImageIO.write(plot, "png", Path.of(args[1]).toFile());
  }

  private static XYChart chart(Path table) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("content ratio: 0 is the photo")
            .yAxisTitle("style ratio: 0 is the painting, 1 the photo")
            .build();
    XYStyler styler = chart.getStyler();
    styler.setYAxisLogarithmic(true).setYAxisMin(0.01).setYAxisMax(1.0);
    styler.setXAxisMin(0.0).setXAxisMax(1.0);
    styler.setChartBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    styler.setLegendPosition(LegendPosition.InsideNE).setMarkerSize(7);
    Map<String, List<double[]>> networks = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(table);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      double[] point = {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])};
      networks.computeIfAbsent(cells[0], network -> new ArrayList<>()).add(point);
    }
    networks.forEach(
        (network, points) ->
            chart
                .addSeries(
                    network,
                    points.stream().mapToDouble(point -> point[0]).toArray(),
                    points.stream().mapToDouble(point -> point[1]).toArray())
                .setMarker(SeriesMarkers.CIRCLE));
    return chart;
  }
}
