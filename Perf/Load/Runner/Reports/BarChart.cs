using System.Globalization;
using System.Security;
using System.Text;
using Stryke.Web.Perf.Runner.Measures;
using Stryke.Web.Perf.Runner.Servers;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>The run as small bar charts in two columns: an SVG without background that follows the reader's light or dark scheme.</summary>
internal sealed class BarChart(Run run)
{
    private const int Width = 960,
        Margin = 16,
        Gap = 40,
        PanelWidth = (Width - (2 * Margin) - Gap) / 2;
    private const int HeaderHeight = 62,
        TitleHeight = 26,
        RowHeight = 21,
        BarHeight = 13,
        PanelGap = 26;
    private const int NameWidth = 132,
        LabelWidth = 142,
        BarWidth = PanelWidth - NameWidth - LabelWidth;

    private const string Style = """
        <style>
          svg { color-scheme: light dark; font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif }
          svg { font-variant-numeric: tabular-nums }
          text { fill: #1f2328 } .faint { fill: #656d76 }
          .head { font-size: 17px; font-weight: 600 } .title { font-size: 13px; font-weight: 600 }
          .peer { fill: #a9b1ba } .floor { fill: none; stroke: #a9b1ba; stroke-dasharray: 3 2 } .ours { fill: #0969da }
          .range { stroke: #656d76 } .rule { stroke: #d0d7de }
          .own { font-weight: 600; fill: #0969da }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .faint { fill: #8d96a0 } .peer { fill: #57606a } .floor { stroke: #7d8590 } .ours { fill: #4493f8 }
            .range { stroke: #b1bac4 } .rule { stroke: #3d444d }
            .own { fill: #4493f8 }
          }
        </style>
        """;

    private readonly StringBuilder _svg = new();

    public string Draw()
    {
        var panels = Panel.Of(run).Where(panel => panel.Bars.Count > 0).ToList();
        double y = HeaderHeight;
        foreach (var pair in panels.Chunk(2))
        {
            for (int i = 0; i < pair.Length; i++)
                Draw(pair[i], Margin + (i * (PanelWidth + Gap)), y);
            y += TitleHeight + (pair.Max(panel => panel.Bars.Count) * RowHeight) + PanelGap;
        }
        foreach (
            string line in Legend
                .Of(run)
                .Append(
                    "Dashed: a bare loop that parses nothing and answers a constant. Thin lines: from the least to the most of all rounds."
                )
        )
        {
            Text(Margin, y, "faint", line);
            y += 18;
        }
        string height = Number(y);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}"
                 role="img" aria-label="Stryke Web and its peers under load, {run.At:yyyy-MM-dd}">
            {Style}
            <text class="head" x="{Margin}" y="26">Stryke Web and its peers, one CPU each</text>
            <text class="faint" x="{Margin}" y="45">{Escape($"{run.At:yyyy-MM-dd}; {run.Machine}")}</text>
            {_svg}</svg>

            """;
    }

    private void Draw(Panel panel, double x, double y)
    {
        _svg.Append(
            $"<text x=\"{Number(x)}\" y=\"{Number(y + 13)}\"><tspan class=\"title\">{Escape(panel.Title)}</tspan><tspan "
                + $"class=\"faint\" dx=\"8\">{Escape(panel.Unit)}</tspan></text>\n"
        );
        double most = panel.Bars.Max(bar => Math.Max(bar.Value, bar.Range?.Max ?? 0));
        double left = x + NameWidth;
        y += TitleHeight;
        _svg.Append(
            $"<line class=\"rule\" x1=\"{Number(left)}\" x2=\"{Number(left)}\" y1=\"{Number(y - 2)}\" "
                + $"y2=\"{Number(y + (panel.Bars.Count * RowHeight) - 4)}\"/>\n"
        );
        foreach (var bar in panel.Bars)
        {
            Draw(bar, left, y, most > 0 ? BarWidth / most : 0);
            y += RowHeight;
        }
    }

    private void Draw(Panel.Bar bar, double left, double y, double scale)
    {
        bool isOurs = bar.Kind == ContenderKind.Ours;
        double length = Math.Max(1, bar.Value * scale),
            end = length,
            middle = y + (BarHeight / 2.0);
        _svg.Append(
            $"<rect class=\"{Class(bar.Kind)}\" x=\"{Number(left)}\" y=\"{Number(y)}\" width=\"{Number(length)}\" "
                + $"height=\"{BarHeight}\" rx=\"2\"/>\n"
        );
        if (bar.Range is { } range && range.Max > range.Min)
        {
            end = Math.Max(end, range.Max * scale);
            _svg.Append(
                $"<line class=\"range\" x1=\"{Number(left + (range.Min * scale))}\" x2=\"{Number(left + (range.Max * scale))}\" "
                    + $"y1=\"{Number(middle)}\" y2=\"{Number(middle)}\"/>\n"
            );
        }
        Text(left - 8, y + 11, isOurs ? "own" : "", bar.Name, "end");
        _svg.Append(
            $"<text x=\"{Number(left + end + 6)}\" "
                + $"y=\"{Number(y + 11)}\"><tspan{(isOurs ? " class=\"own\"" : "")}>{Escape(bar.Label)}</tspan>"
        );
        if (bar.Cpu.Length > 0)
            _svg.Append($"<tspan class=\"faint\" dx=\"7\">{Escape(bar.Cpu)}</tspan>");
        _svg.Append("</text>\n");
    }

    private void Text(double x, double y, string style, string text, string anchor = "start") =>
        _svg.Append(
            $"<text{(style.Length > 0 ? $" class=\"{style}\"" : "")} x=\"{Number(x)}\" y=\"{Number(y)}\" "
                + $"text-anchor=\"{anchor}\">{Escape(text)}</text>\n"
        );

    private static string Class(ContenderKind kind) =>
        kind switch
        {
            ContenderKind.Ours => "ours",
            ContenderKind.Floor => "floor",
            _ => "peer",
        };

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
