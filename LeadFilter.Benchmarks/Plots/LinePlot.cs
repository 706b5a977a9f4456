using System.Globalization;
using System.Net;
using System.Text;

namespace LeadFilter.Benchmarks.Plots;

/// <summary>Draws lines over two axes as SVG.</summary>
/// <param name="title">What stands above.</param>
/// <param name="x">The axis across.</param>
/// <param name="y">The axis upwards.</param>
/// <param name="series">The lines.</param>
internal sealed class LinePlot(string title, PlotAxis x, PlotAxis y, IReadOnlyList<PlotSeries> series)
{
    private const double Width = 860;
    private const double Height = 480;
    private const double Left = 80;
    private const double Top = 50;
    private const double Right = 220;
    private const double Bottom = 65;

    // Okabe and Ito's colours, which people with a colour vision deficiency can tell apart.
    private const string Font = "font-family=\"sans-serif\" font-size=\"13\"";

    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

    /// <summary>The picture.</summary>
    public string ToSvg()
    {
        var svg = new StringBuilder();
        var size = Invariant($"width=\"{Width}\" height=\"{Height}\"");
        svg.AppendLine(Invariant(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" {size} {Font}>"));
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Text(svg, Left, Top - 22, title, "start", "font-size=\"16\" font-weight=\"bold\"");
        foreach (var (at, label) in x.Ticks)
        {
            Line(svg, (Across(at), Top), (Across(at), Height - Bottom), "#dddddd");
            Text(svg, Across(at), Height - Bottom + 18, label, "middle");
        }

        foreach (var (at, label) in y.Ticks)
        {
            Line(svg, (Left, Up(at)), (Width - Right, Up(at)), "#dddddd");
            Text(svg, Left - 8, Up(at) + 4, label, "end");
        }

        Line(svg, (Left, Height - Bottom), (Width - Right, Height - Bottom), "#333333");
        Line(svg, (Left, Top), (Left, Height - Bottom), "#333333");
        Text(svg, (Left + Width - Right) / 2, Height - 18, x.Title, "middle");
        var middle = (Top + Height - Bottom) / 2;
        Text(svg, 22, middle, y.Title, "middle", Invariant($"transform=\"rotate(-90 22 {middle:0.#})\""));
        for (var at = 0; at < series.Count; at++)
        {
            Draw(svg, series[at], Top + 12 + (at * 22));
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder svg, (double X, double Y) from, (double X, double Y) to, string colour, string more = "") =>
        svg.AppendLine(Invariant(
            $"<line x1=\"{from.X:0.#}\" y1=\"{from.Y:0.#}\" x2=\"{to.X:0.#}\" y2=\"{to.Y:0.#}\" stroke=\"{colour}\" {more}/>"));

    private static void Text(StringBuilder svg, double left, double top, string text, string anchor, string more = "") =>
        svg.AppendLine(Invariant(
            $"""<text x="{left:0.#}" y="{top:0.#}" text-anchor="{anchor}" fill="#333333" {more}>{WebUtility.HtmlEncode(text)}</text>"""));

    private void Draw(StringBuilder svg, PlotSeries line, double legend)
    {
        var style = Invariant($"stroke-width=\"2\"{(line.IsDashed ? " stroke-dasharray=\"5 4\"" : "")}");
        var colour = Colours[line.Colour % Colours.Length];
        var points = string.Join(' ', line.Points.Select(point => Invariant($"{Across(point.X):0.#},{Up(point.Y):0.#}")));
        svg.AppendLine(Invariant($"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" {style}/>"));
        Line(svg, (Width - Right + 16, legend), (Width - Right + 46, legend), colour, style);
        Text(svg, Width - Right + 54, legend + 4, line.Name, "start");
    }

    private double Across(double value) => Left + (x.Share(value) * (Width - Left - Right));

    private double Up(double value) => Height - Bottom - (y.Share(value) * (Height - Top - Bottom));
}
