namespace Stryke.Web.Compiler.Application;

/// <summary>What can be observed: each has an interface of the run time.</summary>
[Flags]
internal enum ObserverConcern
{
    None = 0,
    Exchanges = 1,
    Queries = 2,
    Jobs = 4,
}
