using Stryke.Web.Specs.Library;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Specs.Persistence;

/// <summary>Specimens whose values a form has trouble with.</summary>
internal static class Specimens
{
    public static IReadOnlyList<Specimen> All =>
        [
            new(),
            Of(At("2026-04-26T12:30:00"), text: "plain", number: 1, real: 0.1, exact: 1.50m, yes: true),
            Of(
                At("2026-04-26T12:30:15"),
                text: "<b>\"&amp;\" 'ä' 日本 🂡",
                number: -1,
                real: 1e300,
                exact: -0.0000000000000000000000000001m,
                yes: false
            ),
            Of(At("2026-10-25T01:30:15.1"), text: "a\nb", number: int.MaxValue, real: double.Epsilon, exact: decimal.MaxValue, yes: true),
            Of(At("2026-10-25T00:30:15.1234567"), text: "\n\na\n", number: int.MinValue, real: -0.1 - 0.2, exact: 1000m, yes: false),
            Of(At("1999-12-31T23:59:59.9999999"), text: " spaces ", number: 0, real: 1e-7, exact: 0.10m, yes: true),
        ];

    private static DateTime At(string time) => ValueReader.TryRead(time, out DateTime read) ? read : throw new FormatException(time);

    private static Specimen Of(DateTime time, string text, int number, double real, decimal exact, bool yes) =>
        new()
        {
            Text = text,
            TextOrNull = text,
            Bool = yes,
            BoolOrNull = yes,
            Int = number,
            IntOrNull = number,
            Long = number * 4_294_967_296,
            LongOrNull = number,
            Double = real,
            DoubleOrNull = real,
            Decimal = exact,
            DecimalOrNull = exact,
            Time = time,
            TimeOrNull = time,
            Date = DateOnly.FromDateTime(time),
            DateOrNull = DateOnly.FromDateTime(time),
            Guid = new Guid(number, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]),
            GuidOrNull = Guid.Empty,
            Bytes = [0, 1, 255],
            BytesOrNull = [],
            Shelf = Shelf.Poetry,
            ShelfOrNull = Shelf.Science,
        };
}
