namespace Stryke.Web.Views;

/// <summary>The views that are being written, the outermost first. It keeps its room from page to page.</summary>
internal sealed class ViewStack
{
    private const int ShownAtEachEnd = 3;
    private const string Root = "app/views/";

    private string[] _files = new string[8];

    public int Count { get; private set; }

    public void Push(string file)
    {
        if (Count == _files.Length)
            Array.Resize(ref _files, Count * 2);
        _files[Count++] = file;
    }

    public void Pop() => Count--;

    public void Clear() => Count = 0;

    /// <summary>
    /// The way to <paramref name="next"/>, without the middle of a long one:
    /// <c>posts/show &gt; comments/_comment &gt; … &gt; comments/_comment</c>.
    /// </summary>
    public string ChainTo(string next)
    {
        string[] chain = [.. _files.Take(Count).Append(next).Select(NameOf)];
        int hidden = chain.Length - (2 * ShownAtEachEnd);
        if (hidden <= 1)
            return string.Join(" > ", chain);
        return string.Join(" > ", [.. chain[..ShownAtEachEnd], $"… {hidden} more …", .. chain[^ShownAtEachEnd..]]);
    }

    // "app/views/posts/_post.html.erb" is "posts/_post".
    private static string NameOf(string file)
    {
        string name = file.StartsWith(Root, StringComparison.Ordinal) ? file[Root.Length..] : file;
        int extension = name.IndexOf('.', name.LastIndexOf('/') + 1);
        return extension < 0 ? name : name[..extension];
    }
}
