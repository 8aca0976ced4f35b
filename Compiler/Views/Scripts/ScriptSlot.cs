namespace Stryke.Web.Compiler.Views.Scripts;

/// <summary>What may be written at a place of a script.</summary>
internal enum ScriptSlot
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A value of its own: a string with its quotes, a number.</summary>
    Value,

    /// <summary>A piece of a string.</summary>
    String,
}
