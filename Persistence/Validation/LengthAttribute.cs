namespace Stryke.Web.Persistence.Validation;

/// <summary>
/// A text must be so long, in Unicode code points: <c>[Length(3, 200)]</c>, <c>[Length(Max = 60)]</c>. Null is not checked.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LengthAttribute : Attribute
{
    /// <summary>No limits but those that are named.</summary>
    public LengthAttribute() { }

    /// <summary>At least <paramref name="min"/> and at most <paramref name="max"/>.</summary>
    public LengthAttribute(int min, int max)
    {
        Min = min;
        Max = max;
    }

    /// <summary>The fewest code points.</summary>
    public int Min { get; set; }

    /// <summary>The most code points.</summary>
    public int Max { get; set; } = int.MaxValue;

    /// <summary>What is said in place of <c>is too short (minimum is 3 characters)</c> and <c>is too long (…)</c>.</summary>
    public string? Message { get; set; }
}
