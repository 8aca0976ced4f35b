namespace Stryke.Web.Views;

/// <summary>An open form; disposing writes its end tag.</summary>
public readonly ref struct FormScope
{
    private readonly HtmlWriter _out;

    internal FormScope(HtmlWriter writer) => _out = writer;

    /// <summary>Closes the form.</summary>
    public void Dispose() => _out.Literal("</form>"u8);
}
