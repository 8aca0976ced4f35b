namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>How a type is written as JSON.</summary>
internal enum JsonKind
{
    /// <summary>A string: text, ids, dates.</summary>
    String,

    /// <summary>A string made by <c>ToString</c> in the round-trip form: DateOnly, TimeOnly, TimeSpan, char.</summary>
    Formatted,

    /// <summary>A number.</summary>
    Number,

    /// <summary>true or false.</summary>
    Bool,

    /// <summary>An enum, by the name of its member in camelCase.</summary>
    Enum,

    /// <summary>A nullable value: null or what is inside.</summary>
    Nullable,

    /// <summary>A list of items, by index.</summary>
    Array,

    /// <summary>A sequence of items.</summary>
    Sequence,

    /// <summary>A map from strings.</summary>
    Map,

    /// <summary>An object with properties.</summary>
    Object,
}
