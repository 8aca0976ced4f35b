namespace Stryke.Web.Http.Ranges;

/// <summary>What a <c>Range</c> field asks for (RFC 9110 §14.2).</summary>
internal enum RangeResult : byte
{
    /// <summary>The whole, with 200: there is no field, or it is ignored.</summary>
    Whole,

    /// <summary>206.</summary>
    Partial,

    /// <summary>None of the ranges lies in what there is: 416.</summary>
    Unsatisfiable,
}
