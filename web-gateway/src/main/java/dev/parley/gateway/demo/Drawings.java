package dev.parley.gateway.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws the pictures of the demo world, so that none has to be shipped: faces, signs of companies, and scenes. PNG. */
final class Drawings {
    private static final int SIDE = 320;
    private static final int WIDE = 1_040;
    private static final int HIGH = 585;

    enum Hair {
        LONG,
        SHORT,
        BUN,
        CURLY,
        BALD_BEARD,
        BOB
    }

    enum Sign {
        BREAD,
        RAIL,
        MASK,
        BANK,
        BOOK,
        LANTERN
    }

    enum Scene {
        LOAF,
        COFFEE,
        CAKE,
        EVENING,
        STAGE,
        PLATFORM,
        SHELVES,
        HARBOUR
    }

    private Drawings() {}

    /** A face on a plain ground, 320 × 320. */
    static byte[] face(String ground, String skin, String hair, String clothes, Hair style) {
        return draw(SIDE, SIDE, g -> {
            fill(g, ground, new Rectangle2D.Double(0, 0, SIDE, SIDE));
            if (style == Hair.LONG) {
                fill(g, hair, new RoundRectangle2D.Double(92, 70, 136, 190, 130, 130));
            }
            if (style == Hair.BOB) {
                fill(g, hair, new RoundRectangle2D.Double(90, 66, 140, 146, 110, 110));
            }
            if (style == Hair.BUN) {
                fill(g, hair, new Ellipse2D.Double(130, 34, 60, 60));
                fill(g, hair, new Ellipse2D.Double(98, 62, 124, 120));
            }
            if (style == Hair.CURLY) {
                for (var at : new int[][] {{84, 96}, {92, 62}, {124, 44}, {160, 44}, {190, 64}, {196, 98}}) {
                    fill(g, hair, new Ellipse2D.Double(at[0], at[1], 62, 62));
                }
            }
            fill(g, clothes, new Ellipse2D.Double(46, 234, 228, 190));
            fill(g, skin, new RoundRectangle2D.Double(138, 190, 44, 70, 30, 30));
            fill(g, skin, new Ellipse2D.Double(108, 82, 104, 126));
            switch (style) {
                case LONG, BOB -> fill(g, hair, new Arc2D.Double(100, 66, 120, 110, 10, 160, Arc2D.CHORD));
                case SHORT -> {
                    fill(g, hair, new Arc2D.Double(102, 66, 116, 100, 0, 180, Arc2D.CHORD));
                    fill(g, hair, new Rectangle2D.Double(102, 112, 10, 26));
                    fill(g, hair, new Rectangle2D.Double(208, 112, 10, 26));
                }
                case BUN, CURLY -> fill(g, hair, new Arc2D.Double(104, 72, 112, 90, 15, 150, Arc2D.CHORD));
                case BALD_BEARD -> {
                    fill(g, hair, new Arc2D.Double(108, 100, 104, 112, 190, 160, Arc2D.CHORD));
                    fill(g, hair, new Arc2D.Double(104, 66, 112, 84, 5, 170, Arc2D.CHORD));
                }
            }
            fill(g, "#2b2320", new Ellipse2D.Double(136, 142, 10, 11));
            fill(g, "#2b2320", new Ellipse2D.Double(174, 142, 10, 11));
            stroke(
                    g,
                    style == Hair.BALD_BEARD ? "#ffffff" : "#9a4a3c",
                    5,
                    new Arc2D.Double(142, 160, 36, 22, 200, 140, Arc2D.OPEN));
        });
    }

    /** A company's sign in white on a gradient, 320 × 320. */
    static byte[] sign(String from, String to, Sign sign) {
        return draw(SIDE, SIDE, g -> {
            g.setPaint(new GradientPaint(0, 0, Color.decode(from), SIDE, SIDE, Color.decode(to)));
            g.fill(new Rectangle2D.Double(0, 0, SIDE, SIDE));
            var white = "#ffffff";
            switch (sign) {
                case BREAD -> {
                    stroke(g, white, 14, new RoundRectangle2D.Double(74, 118, 172, 96, 96, 96));
                    for (var x : new int[] {122, 160, 198}) {
                        line(g, white, 12, x - 10, 182, x + 12, 146);
                    }
                }
                case RAIL -> {
                    stroke(g, white, 14, new RoundRectangle2D.Double(98, 72, 124, 140, 56, 56));
                    line(g, white, 14, 98, 146, 222, 146);
                    fill(g, white, new Ellipse2D.Double(122, 168, 20, 20));
                    fill(g, white, new Ellipse2D.Double(178, 168, 20, 20));
                    line(g, white, 14, 118, 216, 96, 250);
                    line(g, white, 14, 202, 216, 224, 250);
                }
                case MASK -> {
                    stroke(g, white, 14, new Arc2D.Double(88, 30, 144, 220, 180, 180, Arc2D.OPEN));
                    line(g, white, 14, 88, 140, 88, 92);
                    line(g, white, 14, 232, 140, 232, 92);
                    stroke(g, white, 12, new Arc2D.Double(84, 64, 152, 50, 200, 140, Arc2D.OPEN));
                    fill(g, white, new Ellipse2D.Double(118, 138, 26, 16));
                    fill(g, white, new Ellipse2D.Double(176, 138, 26, 16));
                    stroke(g, white, 12, new Arc2D.Double(124, 160, 72, 50, 200, 140, Arc2D.OPEN));
                }
                case BANK -> {
                    polygon(g, white, 160, 66, 250, 118, 70, 118);
                    for (var x : new int[] {92, 134, 176, 218}) {
                        line(g, white, 14, x, 140, x, 204);
                    }
                    line(g, white, 16, 74, 232, 246, 232);
                }
                case BOOK -> {
                    stroke(g, white, 14, path(160, 108, 128, 84, 72, 88, 72, 88, 72, 220, 72, 220, 128, 214, 160, 238));
                    stroke(
                            g,
                            white,
                            14,
                            path(160, 108, 192, 84, 248, 88, 248, 88, 248, 220, 248, 220, 192, 214, 160, 238));
                    line(g, white, 14, 160, 108, 160, 238);
                }
                case LANTERN -> {
                    stroke(g, white, 12, new Arc2D.Double(126, 48, 68, 60, 0, 180, Arc2D.OPEN));
                    stroke(g, white, 14, new RoundRectangle2D.Double(106, 92, 108, 136, 28, 28));
                    line(g, white, 14, 92, 246, 228, 246);
                    fill(g, white, new Ellipse2D.Double(142, 134, 36, 56));
                }
            }
        });
    }

    /** A scene for a push message or a photo, 1040 × 585. */
    static byte[] scene(Scene scene) {
        return draw(WIDE, HIGH, g -> {
            switch (scene) {
                case LOAF -> {
                    ground(g, "#f6e3c1", "#eac98f");
                    fill(g, "#c98a4a", new Ellipse2D.Double(220, 380, 620, 60));
                    fill(g, "#8a4b1c", new RoundRectangle2D.Double(240, 190, 560, 220, 230, 230));
                    fill(g, "#a9622b", new RoundRectangle2D.Double(260, 190, 520, 180, 190, 190));
                    for (var x = 350; x < 760; x += 110) {
                        stroke(g, "#f0cf9a", 22, new Arc2D.Double(x - 60, 200, 90, 150, 20, 90, Arc2D.OPEN));
                    }
                }
                case COFFEE -> {
                    ground(g, "#dcebe6", "#bfd9d1");
                    fill(g, "#a9c7be", new Ellipse2D.Double(250, 430, 540, 60));
                    fill(g, "#ffffff", new Arc2D.Double(320, 60, 360, 380, 180, 180, Arc2D.CHORD));
                    fill(g, "#4b2c1a", new Ellipse2D.Double(320, 220, 360, 60));
                    stroke(g, "#ffffff", 30, new Ellipse2D.Double(640, 270, 110, 90));
                    for (var x = 420; x <= 580; x += 80) {
                        stroke(g, "#ffffff", 12, path(x, 190, x - 30, 150, x + 30, 130, x, 90));
                    }
                }
                case CAKE -> {
                    ground(g, "#e9dcf3", "#d3bfe6");
                    fill(g, "#b79fce", new Ellipse2D.Double(250, 430, 540, 60));
                    fill(g, "#8e5a86", new RoundRectangle2D.Double(310, 260, 420, 190, 40, 40));
                    fill(g, "#fff7fb", new RoundRectangle2D.Double(310, 230, 420, 100, 60, 60));
                    for (var x = 350; x < 720; x += 90) {
                        fill(g, "#fff7fb", new Ellipse2D.Double(x - 30, 290, 60, 70));
                        fill(g, "#c22a44", new Ellipse2D.Double(x - 22, 190, 48, 48));
                    }
                }
                case EVENING -> {
                    ground(g, "#4d4a7c", "#f2a06e");
                    fill(g, "#ffe7a6", new Ellipse2D.Double(600, 220, 120, 120));
                    polygon(g, "#5c5480", 0, 360, 200, 200, 330, 300, 470, 170, 700, 360);
                    polygon(g, "#4a4672", 420, 360, 640, 260, 820, 330, 1040, 240, 1040, 360);
                    fill(g, "#c98a78", new Rectangle2D.Double(0, 360, WIDE, 225));
                    fill(g, "#23253a", new Rectangle2D.Double(0, 470, 320, 26));
                    fill(g, "#23253a", new Rectangle2D.Double(280, 440, 14, 120));
                }
                case STAGE -> {
                    ground(g, "#5b1836", "#2c0d1f");
                    polygon(g, "#f6d58a", 440, 0, 600, 0, 800, 500, 240, 500);
                    fill(g, "#7d2a4b", new Rectangle2D.Double(0, 0, 150, HIGH));
                    fill(g, "#7d2a4b", new Rectangle2D.Double(890, 0, 150, HIGH));
                    fill(g, "#3a1226", new Rectangle2D.Double(0, 490, WIDE, 95));
                    fill(g, "#2c0d1f", new Ellipse2D.Double(490, 270, 60, 60));
                    polygon(g, "#2c0d1f", 520, 320, 580, 490, 460, 490);
                }
                case PLATFORM -> {
                    ground(g, "#cfe3f1", "#8fb7d6");
                    fill(g, "#27506f", new RoundRectangle2D.Double(-60, 190, 860, 230, 120, 120));
                    for (var x = 60; x < 640; x += 150) {
                        fill(g, "#d9eefb", new RoundRectangle2D.Double(x, 240, 110, 80, 24, 24));
                    }
                    fill(g, "#f0bc60", new Rectangle2D.Double(-60, 360, 830, 18));
                    fill(g, "#5f6f78", new Rectangle2D.Double(0, 430, WIDE, 155));
                    fill(g, "#f4f1e6", new Rectangle2D.Double(0, 438, WIDE, 10));
                }
                case SHELVES -> {
                    ground(g, "#efe6d8", "#dccdb4");
                    var colours = new String[] {"#7b3f4c", "#2f6f73", "#c98a4a", "#4a4672", "#8a9a5b", "#b5543c"};
                    for (var row = 0; row < 3; row++) {
                        for (var i = 0; i < 24; i++) {
                            var height = 110 + (i * 37 + row * 17) % 46;
                            fill(
                                    g,
                                    colours[(i * 5 + row * 3) % colours.length],
                                    new Rectangle2D.Double(30 + i * 41, 180 + row * 190 - height, 34, height));
                        }
                        fill(g, "#6b4a2f", new Rectangle2D.Double(0, 180 + row * 190, WIDE, 14));
                    }
                }
                case HARBOUR -> {
                    ground(g, "#f7d9c4", "#a6cbd6");
                    fill(g, "#4f8a9c", new Rectangle2D.Double(0, 380, WIDE, 205));
                    polygon(g, "#ffffff", 500, 120, 500, 350, 340, 350);
                    polygon(g, "#e8eef0", 520, 160, 520, 350, 640, 350);
                    polygon(g, "#7b3f4c", 320, 370, 700, 370, 640, 430, 370, 430);
                }
            }
        });
    }

    private interface Drawing {
        void on(Graphics2D g);
    }

    private static byte[] draw(int width, int height, Drawing drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.on(g);
        g.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ground(Graphics2D g, String top, String bottom) {
        g.setPaint(new GradientPaint(0, 0, Color.decode(top), 0, HIGH, Color.decode(bottom)));
        g.fill(new Rectangle2D.Double(0, 0, WIDE, HIGH));
    }

    private static void fill(Graphics2D g, String colour, java.awt.Shape shape) {
        g.setPaint(Color.decode(colour));
        g.fill(shape);
    }

    private static void stroke(Graphics2D g, String colour, float width, java.awt.Shape shape) {
        g.setPaint(Color.decode(colour));
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    private static void line(Graphics2D g, String colour, float width, int fromX, int fromY, int toX, int toY) {
        stroke(g, colour, width, new java.awt.geom.Line2D.Double(fromX, fromY, toX, toY));
    }

    private static void polygon(Graphics2D g, String colour, int... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (var i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        fill(g, colour, path);
    }

    /** A start and then cubic curves (or, for eight numbers more, two of them with a straight side between). */
    private static Path2D path(int... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        if (points.length == 8) {
            path.curveTo(points[2], points[3], points[4], points[5], points[6], points[7]);
        } else {
            for (var i = 2; i < points.length; i += 2) {
                path.lineTo(points[i], points[i + 1]);
            }
        }
        return path;
    }
}
