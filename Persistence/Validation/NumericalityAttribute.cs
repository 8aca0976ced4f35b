namespace Stryke.Web.Persistence.Validation;

/// <summary>A number must lie in a range. Null is not checked.</summary>
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
