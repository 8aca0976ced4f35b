using System.Globalization;
using Stryke.Web.Perf.Runner.Measures;

namespace Stryke.Web.Perf.Runner.Reports;

/// <summary>Figures as text, with a point and with commas between thousands, whatever the machine's language.</summary>
internal static class Show
{
    /// <summary>What stands where a contender has no such row.</summary>
    public const string None = "–";

    private const double Kibi = 1024,
        Mebi = 1024 * 1024,
        Giga = 1e9;

    /// <summary>Requests, or gigabytes, in a second.</summary>
    public static string Rate(double perSecond, bool isTransfer) => isTransfer ? Number(perSecond / Giga, "F2") : Number(perSecond, "N0");

    /// <summary>Microseconds for a request, or milliseconds for a gigabyte.</summary>
    public static string Cpu(double cpu, bool isTransfer) => Number(cpu, isTransfer ? "F0" : "F2");

    public static string Times(double? ratio) => ratio is { } value ? Number(value, "F2") : None;

    public static string Mebibytes(double? bytes) => bytes is { } value ? Number(value / Mebi, "F1") : None;

    public static string Kibibytes(double? bytes) => bytes is { } value ? Number(Math.Max(0, value) / Kibi, "F2") : None;

    public static string Milliseconds(double? ms) => ms is { } value ? Number(value, "F1") : None;

    public static string Percent(double share) => $"{Number(share * 100, "F0")} %";

    /// <summary>Median, and the range in parentheses.</summary>
    public static string Range(Sample? sample, Func<double, string> show) =>
        sample is null ? None : $"{show(sample.Median)} ({show(sample.Min)}–{show(sample.Max)})";

    /// <summary>What a reader must know of a figure: the generator was the limit, or the machine had other work.</summary>
    public static string Marks(Figure figure) => $"{(figure.IsLoadLimited ? " *" : "")}{(figure.Disturbed > 0 ? " ~" : "")}";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
