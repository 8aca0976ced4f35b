using System.Buffers;

namespace Stryke.Web.Views;

/// <summary>What <c>ContentFor</c> returns: while it is open the view writes into the named block, afterwards to the page again.</summary>
public readonly ref struct ContentScope
{
    private readonly HtmlWriter _out;
    private readonly IBufferWriter<byte>? _before;

    internal ContentScope(HtmlWriter writer, PageBuffer block)
    {
        _out = writer;
        _before = writer.Redirect(block);
    }

    /// <summary>Returns to the page.</summary>
    public void Dispose() => _out.Redirect(_before);
}
