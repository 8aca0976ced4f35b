using System.ComponentModel;

namespace Stryke.Web.Persistence;

/// <summary>The moments at which a model calls its own methods; which of them it has, as the compiler found.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum Callbacks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Before the rules are checked.</summary>
    BeforeValidation = 1,

    /// <summary>Before INSERT or UPDATE, once it is valid.</summary>
    BeforeSave = 2,

    /// <summary>After INSERT or UPDATE.</summary>
    AfterSave = 4,

    /// <summary>Before INSERT.</summary>
    BeforeCreate = 8,

    /// <summary>After INSERT.</summary>
    AfterCreate = 16,

    /// <summary>Before UPDATE.</summary>
    BeforeUpdate = 32,

    /// <summary>After UPDATE.</summary>
    AfterUpdate = 64,

    /// <summary>Before DELETE, and before what depends on it goes.</summary>
    BeforeDestroy = 128,

    /// <summary>After DELETE.</summary>
    AfterDestroy = 256,

    /// <summary>Saving needs a transaction: a callback comes after the statement, or awaits and may write by itself.</summary>
    InTransaction = 512,
}
