namespace Stryke.Web.Persistence;

/// <summary>What becomes of the models that belong to one that is destroyed.</summary>
public enum Dependent
{
    /// <summary>Nothing: if there are any, the database refuses.</summary>
    Restrict,

    /// <summary>Each is destroyed, with its callbacks.</summary>
    Destroy,

    /// <summary>They are deleted with one statement; no callbacks run.</summary>
    DeleteAll,
}
