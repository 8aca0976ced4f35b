namespace Stryke.Web.Views;

/// <content>Values where text may stand: between tags, in a title, in a textarea.</content>
public sealed partial class HtmlWriter
{
    /// <summary>Writes text, escaped.</summary>
    /// <param name="value">Any text; null writes nothing.</param>
    public void Text(string? value) => EscapeText(value.AsSpan());

    /// <summary>Writes text, escaped.</summary>
    /// <param name="value">Any text.</param>
    public void Text(ReadOnlySpan<char> value) => EscapeText(value);

    /// <summary>Writes one character, escaped.</summary>
    /// <param name="value">Any character.</param>
    public void Text(char value) => EscapeText(new ReadOnlySpan<char>(in value));

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The truth value.</param>
    public void Text(bool value) => Literal(value ? "true"u8 : "false"u8);

    /// <summary>Writes <c>true</c>, <c>false</c>, or nothing for null.</summary>
    /// <param name="value">The truth value.</param>
    public void Text(bool? value)
    {
        if (value is { } known)
            Text(known);
    }

    /// <summary>Writes the name of an enum's member.</summary>
    /// <param name="value">The member; null writes nothing.</param>
    public void Text(Enum? value) => Text(value?.ToString());

    /// <summary>Writes trusted markup as it is: what a helper or a layout's <c>Yield()</c> returned.</summary>
    /// <param name="value">The markup.</param>
    public void Text(Html value) => Raw(value);

    /// <summary>
    /// Writes a number, a date, a GUID or anything else that formats itself as UTF-8, in the invariant culture, escaped.
    /// Dates are <c>2026-04-26 12:00:00</c>, in the zone they carry.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void Text<T>(T value)
        where T : IUtf8SpanFormattable? => Format(value);

    /// <summary>Writes a value that may be absent.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; null writes nothing.</param>
    public void Text<T>(T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } known)
            Format(known);
    }

    /// <summary>Renders another view in place: a partial.</summary>
    /// <typeparam name="TView">The generated struct of the view.</typeparam>
    /// <param name="view">The view with its arguments.</param>
    /// <exception cref="InvalidOperationException">The writer does not belong to a template.</exception>
    /// <exception cref="ViewDepthException">Too many views are being written within each other.</exception>
    public void Text<TView>(in TView view)
        where TView : IView
    {
        var template = _template ?? throw new InvalidOperationException("A writer outside a template renders no views.");

        // Views that an app writes itself do not begin as generated ones do.
        template.EnsureStack<TView>();
        view.Render(template);
    }
}
