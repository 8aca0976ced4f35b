namespace Stryke.Web.Compiler.Views.Nesting;

/// <summary>An element whose end tag has yet to come.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Offset">Where its start tag stands in the template.</param>
/// <param name="HasSlash">Whether the start tag ends with <c>/&gt;</c>, in vain.</param>
internal readonly record struct OpenElement(string Name, int Offset, bool HasSlash)
{
    public bool IsOptional => ElementRules.IsOptional(Name);

    /// <summary>The length of <c>&lt;name</c>.</summary>
    public int Length => Name.Length + 1;
}
