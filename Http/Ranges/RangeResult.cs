namespace Stryke.Web.Http.Ranges;

/// <summary>What a <c>Range</c> field comes to (RFC 9110 §14.2).</summary>
internal enum RangeResult : byte
{
    /// <summary>There is none, or none that has to be followed: the whole is sent, with 200.</summary>
    Whole,

    /// <summary>206.</summary>
    Partial,

    /// <summary>None of the ranges lies in what there is: 416.</summary>
    Unsatisfiable,
}
