namespace Blog;

/// <summary>A post of the seeds, with its comments as (author, text).</summary>
internal sealed record SeedPost(string Title, string Author, string Summary, string Body, params (string Author, string Body)[] Comments)
{
    /// <summary>Whether the post stays off the front page.</summary>
    public bool Draft { get; init; }

    /// <summary>The body as somebody types it: a paragraph is one line, where the source is wrapped.</summary>
    public string Text =>
        string.Join("\n\n", Body.ReplaceLineEndings("\n").Split("\n\n").Select(paragraph => paragraph.Replace('\n', ' ')));
}
