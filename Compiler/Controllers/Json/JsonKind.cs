namespace Stryke.Web.Compiler.Controllers.Json;

/// <summary>How a type is written as JSON.</summary>
internal enum JsonKind
{
    /// <summary>A text, a number, a truth value, an id, a time, bytes: <c>JsonValueWriter.Value</c> knows it.</summary>
    Value,

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

    /// <summary>A model, which writes itself.</summary>
    Record,

    /// <summary>What is wrong with a model.</summary>
    Errors,

    /// <summary>An object with properties.</summary>
    Object,
}
