namespace Stryke.Web.Persistence;

/// <summary>What happens to the models that belong to one that is destroyed.</summary>
public enum Dependent
{
    /// <summary>The database refuses to delete a row that others refer to.</summary>
    Restrict,

    /// <summary>Each is destroyed, with its callbacks.</summary>
    Destroy,

    /// <summary>They are deleted with one statement; no callbacks run.</summary>
    DeleteAll,
}
