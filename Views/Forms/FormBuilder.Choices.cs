namespace Stryke.Web.Views.Forms;

/// <content>Choices.</content>
public abstract partial class FormBuilder<TColumns, TColumn>
{
    /// <summary>A choice of one among several.</summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="options">What is shown and what is sent for each.</param>
    /// <param name="prompt">A first, empty choice that asks for one; none when null.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    public Html Select(
        Func<TColumns, TColumn> column,
        IEnumerable<(string Text, string Value)> options,
        string? prompt = null,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    )
    {
        var field = Describe(column);
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<select"u8);
        Common(tag, field, @class, null, attributes);
        tag.Literal(">"u8);
        if (prompt is not null)
            Option(tag, prompt, "", selected: false);
        foreach ((string text, string value) in options)
            Option(tag, text, value, value == field.Value);
        tag.Literal("</select>"u8);
        return _template.EndFragment(start);
    }

    /// <summary>A choice of one of an enum's members; generated code has one for each enum of the model.</summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="members">The members: what is shown and what is sent.</param>
    /// <param name="isOptional">Whether there may be none: then the first choice is empty.</param>
    /// <param name="prompt">What the empty choice shows; without it, a field that must hold a member has no empty one.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    protected Html SelectMember(
        Func<TColumns, TColumn> column,
        (string Text, string Value)[] members,
        bool isOptional,
        string? prompt,
        string? @class,
        ReadOnlySpan<(string Name, string? Value)> attributes
    )
    {
        string? value = Describe(column).Value;

        // A number that has lost its member must not become the first one by being shown and sent again.
        bool isLost = !_isNew && !string.IsNullOrEmpty(value) && !Array.Exists(members, member => member.Value == value);
        return Select(column, isLost ? [(value!, value!), .. members] : members, prompt ?? (isOptional ? "" : null), @class, attributes);
    }

    private static void Option(HtmlWriter tag, string text, string value, bool selected)
    {
        tag.Literal("<option value=\""u8);
        tag.Attribute(value);
        tag.Literal(selected ? "\" selected>"u8 : "\">"u8);
        tag.Text(text);
        tag.Literal("</option>"u8);
    }
}
