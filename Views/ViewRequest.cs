namespace Stryke.Web.Views;

/// <summary>What a page may know of the request that it answers. The controllers implement it; mail and specs bring their own.</summary>
public abstract class ViewRequest
{
    /// <summary>The path of the request, decoded, without the query.</summary>
    public abstract string Path { get; }

    /// <summary>Whether a path leads to what was requested. Its query and its fragment do not matter.</summary>
    /// <param name="path">A path of this app, as <c>Paths</c> has it.</param>
    public virtual bool IsCurrent(string path) => WithoutQuery(path).SequenceEqual(Path);

    /// <summary>The token that forms of this page carry so that they can be told from forged ones.</summary>
    public abstract string CsrfToken { get; }

    /// <summary>The message left by the action before this one, or null.</summary>
    /// <param name="kind"><c>notice</c>, <c>alert</c>, or a kind of the app's own.</param>
    public abstract string? Flash(string kind);

    /// <summary>Where a file of <c>public/</c> is served.</summary>
    /// <param name="name">Its path below <c>public/</c>, <c>css/app.css</c> say.</param>
    /// <returns>A path that starts with a slash, with the file's fingerprint in it when there is one.</returns>
    public abstract string AssetPath(string name);

    /// <summary>The time that the page counts from, in UTC.</summary>
    public virtual DateTime UtcNow => DateTime.UtcNow;

    /// <summary>A path up to its query or fragment.</summary>
    /// <param name="path">A path with or without them.</param>
    protected static ReadOnlySpan<char> WithoutQuery(string path)
    {
        int end = path.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? path : path.AsSpan(0, end);
    }
}
