namespace Stryke.Web.Persistence.Validation;

/// <summary>
/// A number must lie in a range. Null is not checked. Decimals and whole numbers are compared exactly with the number as it is written
/// here: <c>[Numericality(AtLeast = 0.1)]</c> takes 0.1m.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumericalityAttribute : Attribute
{
    /// <summary>It must be greater than this.</summary>
    public double GreaterThan { get; set; } = double.NaN;

    /// <summary>It must be this or greater.</summary>
    public double AtLeast { get; set; } = double.NaN;

    /// <summary>It must be less than this.</summary>
    public double LessThan { get; set; } = double.NaN;

    /// <summary>It must be this or less.</summary>
    public double AtMost { get; set; } = double.NaN;

    /// <summary>What is said in place of <c>must be greater than 3</c>.</summary>
    public string? Message { get; set; }
}
