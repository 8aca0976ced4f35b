namespace Stryke.Web.Compiler.Controllers;

/// <summary>How the text of a parameter is read. The members are the names of the methods of <c>Bind</c>.</summary>
internal enum ParameterKind
{
    /// <summary>A string, as it is.</summary>
    Text,

    /// <summary>A bool: true, false, 1, 0, on, off.</summary>
    Flag,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Guid, dates, times, durations.</summary>
    Value,

    /// <summary>An enum's member, by name.</summary>
    Choice,

    /// <summary>A file of a form.</summary>
    File,

    /// <summary>All files of a field.</summary>
    Files,
}
