namespace Stryke.Web.Views.Forms;

/// <summary>
/// A form for a model, open from when it is made until it is disposed. Each method returns the markup of one element:
/// <c>&lt;%= f.TextField(p =&gt; p.Title) %&gt;</c>. A field that the model rejected shows what was typed, has the class
/// <c>invalid</c> and <c>aria-invalid</c>, and points to its message (<see cref="Error"/>) by <c>aria-describedby</c>.
/// </summary>
/// <typeparam name="TColumns">The model's columns, as the field's lambda gets them.</typeparam>
/// <typeparam name="TColumn">One column.</typeparam>
public abstract partial class FormBuilder<TColumns, TColumn> : IDisposable
{
    private readonly Template _template;
    private readonly string _modelName;
    private readonly bool _isNew;
    private readonly bool _isMultipart;

    /// <summary>Writes the form's start tag and its hidden fields.</summary>
    /// <param name="template">The template that the form stands in.</param>
    /// <param name="modelName">What people call the model: <c>Post</c>.</param>
    /// <param name="isNew">Whether the model has yet to be created.</param>
    /// <param name="action">Where the form sends.</param>
    /// <param name="method">How it sends; when null, <c>post</c> for a new model and <c>patch</c> for another.</param>
    /// <param name="class">The form's class.</param>
    /// <param name="multipart">Whether it sends files.</param>
    protected FormBuilder(
        Template template,
        string modelName,
        bool isNew,
        string action,
        string? method,
        string? @class,
        bool multipart = false
    )
    {
        _template = template;
        _modelName = modelName;
        _isNew = isNew;
        _isMultipart = multipart;
        FormMarkup.Open(template.Out, template.Request, action, method ?? (isNew ? "post" : "patch"), @class, multipart);
    }

    /// <summary>Looks a field up: its names, value and errors.</summary>
    /// <param name="column">Picks the column.</param>
    protected abstract FormField Describe(Func<TColumns, TColumn> column);

    /// <summary>The messages of every field, for <see cref="ErrorSummary"/>, each a whole sentence.</summary>
    protected abstract IReadOnlyList<string> AllErrors { get; }

    /// <summary>Closes the form.</summary>
    public void Dispose()
    {
        _template.Out.Literal("</form>"u8);
        GC.SuppressFinalize(this);
    }

    /// <summary>A label for a field.</summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="text">What it shows; the field's name in words when null.</param>
    /// <param name="class">Its class.</param>
    public Html Label(Func<TColumns, TColumn> column, string? text = null, string? @class = null)
    {
        var field = Describe(column);
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<label for=\""u8);
        tag.Attribute(field.Id);
        tag.Literal("\""u8);
        tag.NamedAttribute("class", @class);
        tag.Literal(">"u8);
        tag.Text(text ?? field.Label);
        tag.Literal("</label>"u8);
        return _template.EndFragment(start);
    }

    /// <summary>What is wrong with a field, or nothing.</summary>
    /// <param name="column">Picks the field.</param>
    /// <param name="class">The class of the message.</param>
    public Html Error(Func<TColumns, TColumn> column, string @class = "field-error")
    {
        var field = Describe(column);
        if (!field.HasErrors)
            return Html.Empty;
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<span"u8);
        tag.NamedAttribute("class", @class);
        tag.NamedAttribute("id", field.ErrorId);
        tag.Literal(">"u8);
        tag.Text(string.Join(", ", field.Errors));
        tag.Literal("</span>"u8);
        return _template.EndFragment(start);
    }

    /// <summary>Every message of the form in one list, or nothing when there is none.</summary>
    /// <param name="class">The class of the box around it.</param>
    public Html ErrorSummary(string @class = "errors")
    {
        var errors = AllErrors;
        if (errors.Count == 0)
            return Html.Empty;
        var box = _template.BeginFragment(out int start);
        box.Literal("<div role=\"alert\""u8);
        box.NamedAttribute("class", @class);
        box.Literal("><ul>"u8);
        foreach (string error in errors)
        {
            box.Literal("<li>"u8);
            box.Text(error);
            box.Literal("</li>"u8);
        }
        box.Literal("</ul></div>"u8);
        return _template.EndFragment(start);
    }

    /// <summary>The button that sends the form.</summary>
    /// <param name="text">What it shows; <c>Create Post</c> or <c>Update Post</c> when null.</param>
    /// <param name="class">Its class.</param>
    public Html Submit(string? text = null, string? @class = null)
    {
        var tag = _template.BeginFragment(out int start);
        tag.Literal("<button type=\"submit\""u8);
        tag.NamedAttribute("class", @class);
        tag.Literal(">"u8);
        tag.Text(text ?? $"{(_isNew ? "Create" : "Update")} {_modelName}");
        tag.Literal("</button>"u8);
        return _template.EndFragment(start);
    }
}
