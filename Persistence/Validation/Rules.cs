using System.ComponentModel;
using System.Text.RegularExpressions;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Persistence.Validation;

/// <summary>
/// The rules of the attributes, as generated code calls them. Of one column only the first rule that fails speaks: a title that is blank is
/// not told that it is also too short.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Rules
{
    internal const string TakenMessage = "has already been taken";
    internal const string BlankMessage = "can't be blank";

    /// <summary>Checks <see cref="PresenceAttribute"/>.</summary>
    public static void Presence(Errors errors, Column column, object? value, string? message = null)
    {
        bool isBlank = value switch
        {
            null => true,
            string text => string.IsNullOrWhiteSpace(text),
            byte[] bytes => bytes.Length == 0,
            _ => false,
        };
        if (isBlank)
            Fail(errors, column, message ?? BlankMessage);
    }

    /// <summary>The id of a model that must be given.</summary>
    public static void Reference(Errors errors, Column column, long? id)
    {
        if (id is null or 0)
            Fail(errors, column, "must exist");
    }

    /// <summary>Checks <see cref="LengthAttribute"/>.</summary>
    public static void Length(Errors errors, Column column, string? value, int min, int max, string? message = null)
    {
        if (value is null)
            return;
        int length = CodePoints(value);
        if (length < min)
            Fail(errors, column, message ?? $"is too short (minimum is {Characters(min)})");
        else if (length > max)
            Fail(errors, column, message ?? TooLong(max));
    }

    /// <summary>What is said of a text with too many characters.</summary>
    internal static string TooLong(int max) => $"is too long (maximum is {Characters(max)})";

    /// <summary>Checks <see cref="FormatAttribute"/>.</summary>
    public static void Format(Errors errors, Column column, string? value, Regex pattern, string? message = null)
    {
        if (value is null || Matches(pattern, value))
            return;
        Fail(errors, column, message ?? "is invalid");
    }

    /// <summary>An expression that gives up after a quarter of a second, so that no input can hold a core.</summary>
    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));

    /// <summary>Checks the lower bound of <see cref="NumericalityAttribute"/>.</summary>
    public static void Above(Errors errors, Column column, double? value, double bound, bool orEqual, string? message = null)
    {
        if (value is not { } number || (orEqual ? number >= bound : number > bound))
            return;
        Fail(errors, column, message ?? MustBe("greater", orEqual, ValueWriter.Text(bound)));
    }

    /// <summary>Checks the bound exactly: for decimals, and for whole numbers beyond the precision of a double.</summary>
    public static void Above(Errors errors, Column column, decimal? value, decimal bound, bool orEqual, string? message = null)
    {
        if (value is not { } number || (orEqual ? number >= bound : number > bound))
            return;
        Fail(errors, column, message ?? MustBe("greater", orEqual, ValueWriter.Text(bound)));
    }

    /// <summary>Checks the upper bound of <see cref="NumericalityAttribute"/>.</summary>
    public static void Below(Errors errors, Column column, double? value, double bound, bool orEqual, string? message = null)
    {
        if (value is not { } number || (orEqual ? number <= bound : number < bound))
            return;
        Fail(errors, column, message ?? MustBe("less", orEqual, ValueWriter.Text(bound)));
    }

    /// <summary>Checks the bound exactly: for decimals, and for whole numbers beyond the precision of a double.</summary>
    public static void Below(Errors errors, Column column, decimal? value, decimal bound, bool orEqual, string? message = null)
    {
        if (value is not { } number || (orEqual ? number <= bound : number < bound))
            return;
        Fail(errors, column, message ?? MustBe("less", orEqual, ValueWriter.Text(bound)));
    }

    /// <summary>Checks <see cref="InclusionAttribute"/>.</summary>
    public static void Inclusion(Errors errors, Column column, bool isIncluded, string? message = null)
    {
        if (!isIncluded)
            Fail(errors, column, message ?? "is not included in the list");
    }

    /// <summary>Adds the error of <see cref="UniquenessAttribute"/>.</summary>
    public static void Taken(Errors errors, Column column, string? message = null) => Fail(errors, column, message ?? TakenMessage);

    /// <summary>Whether a column has failed a rule already.</summary>
    public static bool HasFailed(Errors errors, Column column) => errors.On(column).Count > 0;

    private static void Fail(Errors errors, Column column, string message)
    {
        if (!HasFailed(errors, column))
            errors.Add(column, message);
    }

    private static bool Matches(Regex pattern, string value)
    {
        try
        {
            return pattern.IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static int CodePoints(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }
        return count;
    }

    private static string Characters(int count) => count == 1 ? "1 character" : $"{count} characters";

    private static string MustBe(string than, bool orEqual, string bound) =>
        $"must be {than} than {(orEqual ? "or equal to " : "")}{bound}";
}
