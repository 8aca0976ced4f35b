namespace LoadApp;

/// <summary>The body of <c>/json</c>; a struct, so that answering allocates nothing.</summary>
public readonly record struct Message(string Text);
