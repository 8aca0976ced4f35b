namespace Stryke.Web.Text.Values;

/// <summary>Why a text is no value of a type.</summary>
public enum ValueError
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is not written as the type's grammar says, or names a day or a member that does not exist.</summary>
    Malformed,

    /// <summary>It is a number, but the type holds whole numbers, which are written without a point and an exponent.</summary>
    NotWhole,

    /// <summary>It is less than the least that the type holds.</summary>
    TooSmall,

    /// <summary>It is more than the most that the type holds.</summary>
    TooLarge,

    /// <summary>It has more digits than the type keeps; none is dropped silently.</summary>
    TooPrecise,

    /// <summary>It is a time without an offset that does not exist in the app's time zone, because clocks go forward over it.</summary>
    Skipped,
}
