using Stryke.Web.Specs.Library;

namespace Stryke.Web.Specs.Persistence;

/// <summary>Specimens whose values a form has trouble with.</summary>
internal static class Specimens
{
    public static IReadOnlyList<Specimen> All =>
    [
        new(),
        Of(new DateTime(2026, 4, 26, 12, 30, 0, DateTimeKind.Utc), text: "plain", number: 1, real: 0.1, exact: 1.50m, yes: true),
        Of(new DateTime(2026, 4, 26, 12, 30, 15, DateTimeKind.Utc), text: "<b>\"&amp;\" 'ä' 日本 🂡", number: -1, real: 1e300, exact: -0.0000000000000000000000000001m, yes: false),
        Of(new DateTime(2026, 10, 25, 1, 30, 15, 100, DateTimeKind.Utc), text: "a\nb", number: int.MaxValue, real: double.Epsilon, exact: decimal.MaxValue, yes: true),
        Of(new DateTime(2026, 10, 25, 0, 30, 15, DateTimeKind.Utc).AddTicks(1_234_567), text: "\n\na\n", number: int.MinValue, real: -0.1 - 0.2, exact: 1000m, yes: false),
        Of(new DateTime(1999, 12, 31, 23, 59, 59, DateTimeKind.Utc).AddTicks(9_999_999), text: " spaces ", number: 0, real: 1e-7, exact: 0.10m, yes: true),
    ];

    private static Specimen Of(DateTime time, string text, int number, double real, decimal exact, bool yes) => new()
    {
        Text = text, TextOrNull = text, Bool = yes, BoolOrNull = yes, Int = number, IntOrNull = number, Long = number * 4_294_967_296, LongOrNull = number,
        Double = real, DoubleOrNull = real, Decimal = exact, DecimalOrNull = exact, Time = time, TimeOrNull = time,
        Date = DateOnly.FromDateTime(time), DateOrNull = DateOnly.FromDateTime(time), Guid = new Guid(number, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), GuidOrNull = Guid.Empty,
        Bytes = [0, 1, 255], BytesOrNull = [], Shelf = Shelf.Poetry, ShelfOrNull = Shelf.Science,
    };
}
