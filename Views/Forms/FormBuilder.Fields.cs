using System.Globalization;
using Stryke.Web.Text.Values;

namespace Stryke.Web.Views.Forms;

/// <content>The fields.</content>
public abstract partial class FormBuilder<TColumns, TColumn>
{
    /// <summary>A line of text.</summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="class">Its class.</param>
    /// <param name="placeholder">What it shows while it is empty.</param>
    /// <param name="attributes">Further attributes.</param>
    public Html TextField(
        Func<TColumns, TColumn> column,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => Input("text", Describe(column), @class, placeholder, attributes);

    /// <summary>A mail address.</summary>
    /// <inheritdoc cref="TextField"/>
    public Html EmailField(
        Func<TColumns, TColumn> column,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => Input("email", Describe(column), @class, placeholder, attributes);

    /// <summary>A number. A column with decimals takes any of them (<c>step="any"</c>), unless the attributes have a <c>step</c>.</summary>
    /// <inheritdoc cref="TextField"/>
    public Html NumberField(
        Func<TColumns, TColumn> column,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => Input("number", Describe(column), @class, placeholder, attributes);

    /// <summary>A password. What was typed is never sent back.</summary>
    /// <inheritdoc cref="TextField"/>
    public Html PasswordField(
        Func<TColumns, TColumn> column,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => Input("password", Describe(column) with { Value = null }, @class, placeholder, attributes);

    /// <summary>A day.</summary>
    /// <inheritdoc cref="TextField"/>
    public Html DateField(
        Func<TColumns, TColumn> column,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => Input("date", FieldValues.Day(Describe(column)), @class, placeholder, attributes);

    /// <summary>A day and a time of it, in the app's time zone. Seconds and their parts are shown where the time has some.</summary>
    /// <inheritdoc cref="TextField"/>
    public Html DateTimeField(
        Func<TColumns, TColumn> column,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) =>
        Input(
            "datetime-local",
            FieldValues.Time(Describe(column), out string? step),
            @class,
            placeholder,
            FieldValues.WithStep(attributes, step)
        );

    /// <summary>
    /// A file, in a form that was opened with <c>multipart: true</c>. The model takes no file: the action has it as
    /// <c>Params.Nested("post").File("cover")</c>.
    /// </summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="accept">What the visitor may choose: <c>image/*,.pdf</c>. A hint to the browser; anything may come.</param>
    /// <param name="multiple">Whether several may be chosen.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    /// <exception cref="InvalidOperationException">The form sends no files.</exception>
    public Html FileField(
        Func<TColumns, TColumn> column,
        string? accept = null,
        bool multiple = false,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => FileField(Describe(column), accept, multiple, @class, attributes);

    /// <summary>A file that belongs to no column.</summary>
    /// <param name="name">Its name within the model's fields, in snake case: <c>cover</c> is sent as <c>post[cover]</c>.</param>
    /// <param name="accept">What the visitor may choose: <c>image/*,.pdf</c>. A hint to the browser; anything may come.</param>
    /// <param name="multiple">Whether several may be chosen.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    /// <exception cref="InvalidOperationException">The form sends no files.</exception>
    public Html FileField(
        string name,
        string? accept = null,
        bool multiple = false,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => FileField(FormField.Of(_modelName.ToLowerInvariant().Replace(' ', '_'), name, null, []), accept, multiple, @class, attributes);

    /// <summary>A value that is sent along unseen.</summary>
    /// <param name="column">Picks the field.</param>
    public Html HiddenField(Func<TColumns, TColumn> column) => Input("hidden", Describe(column), null, null, default);

    /// <summary>Text of several lines.</summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="rows">How many lines it shows; as the browser likes when null.</param>
    /// <param name="class">Its class.</param>
    /// <param name="placeholder">What it shows while it is empty.</param>
    /// <param name="attributes">Further attributes.</param>
    public Html TextArea(
        Func<TColumns, TColumn> column,
        int? rows = null,
        string? @class = null,
        string? placeholder = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    )
    {
        var field = Describe(column);
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<textarea"u8);
        tag.NamedAttribute("rows", rows?.ToString(CultureInfo.InvariantCulture));
        Common(tag, field, @class, placeholder, attributes);
        // A line end right after the start tag is dropped by parsers (HTML, "The textarea element"): this one instead of the text's own.
        tag.Literal(">\n"u8);
        tag.Text(field.Value);
        tag.Literal("</textarea>"u8);
        return _template.EndFragment(start);
    }

    /// <summary>
    /// A box to tick. An unticked one is sent as <c>0</c>, by a hidden field before it; where the value is null, as nothing, so that it
    /// stays null.
    /// </summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="class">Its class.</param>
    /// <param name="attributes">Further attributes.</param>
    public Html CheckBox(
        Func<TColumns, TColumn> column,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    )
    {
        var field = Describe(column);
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<input type=\"hidden\""u8);
        tag.NamedAttribute("name", field.Name);
        // Of a box for yes, no and neither, no box that nobody ticked makes a no.
        tag.NamedAttribute("value", field.Value is null ? "" : "0");
        tag.Literal("><input type=\"checkbox\" value=\"1\""u8);
        if (ValueReader.TryRead(field.Value, out bool isTicked) && isTicked)
            tag.Literal(" checked"u8);
        Common(tag, field, @class, null, attributes);
        tag.Literal(">"u8);
        return _template.EndFragment(start);
    }

    private Html FileField(
        FormField field,
        string? accept,
        bool multiple,
        string? @class,
        ReadOnlySpan<(string Name, string? Value)> attributes
    )
    {
        if (!_isMultipart)
        {
            throw new InvalidOperationException(
                $"This form sends no files, so what is chosen for {field.Name} would not arrive: open it with FormFor(…, multipart: true)."
            );
        }

        var tag = _template.BeginFragment(out int start);
        FormMarkup.BeginFile(tag, accept, multiple);
        Common(tag, field, @class, null, attributes);
        tag.Literal(">"u8);
        return _template.EndFragment(start);
    }

    private Html Input(
        string type,
        FormField field,
        string? @class,
        string? placeholder,
        ReadOnlySpan<(string Name, string? Value)> attributes
    )
    {
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<input"u8);
        tag.NamedAttribute("type", type);
        tag.NamedAttribute("value", field.Value);

        // Without it, browsers refuse what is not a whole number (HTML, "The step attribute").
        if (type == "number" && field.AllowsDecimals && !Has(attributes, "step"))
            tag.NamedAttribute("step", "any");
        Common(tag, field, @class, placeholder, attributes);
        tag.Literal(">"u8);
        return _template.EndFragment(start);
    }

    private static void Common(
        HtmlWriter tag,
        FormField field,
        string? @class,
        string? placeholder,
        ReadOnlySpan<(string Name, string? Value)> attributes
    )
    {
        tag.NamedAttribute("id", field.Id);
        tag.NamedAttribute("name", field.Name);
        tag.NamedAttribute(
            "class",
            !field.HasErrors ? @class
                : @class is null ? "invalid"
                : $"{@class} invalid"
        );
        tag.NamedAttribute("placeholder", placeholder);
        if (field.HasErrors)
        {
            tag.Literal(" aria-invalid=\"true\""u8);
            tag.NamedAttribute("aria-describedby", field.ErrorId);
        }
        tag.NamedAttributes(attributes);
    }

    private static bool Has(ReadOnlySpan<(string Name, string? Value)> attributes, string name)
    {
        foreach ((string known, string? value) in attributes)
        {
            if (value is not null && known.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
