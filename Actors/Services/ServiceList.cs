using System.Collections;

namespace Stryke.Web.Actors.Services;

/// <summary>The services of an app, in the order in which they start.</summary>
public sealed class ServiceList : IReadOnlyList<IService>
{
    private readonly List<IService> _services = [];

    /// <inheritdoc/>
    public int Count => _services.Count;

    /// <inheritdoc/>
    public IService this[int index] => _services[index];

    /// <summary>Adds a service. It starts after those that were added before it, and stops before them.</summary>
    /// <exception cref="ArgumentException">Another service has its name.</exception>
    public void Add(IService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (_services.Exists(other => other.Name == service.Name))
            throw new ArgumentException($"There is already a service '{service.Name}'. Give one of the two another Name.", nameof(service));
        _services.Add(service);
    }

    /// <inheritdoc/>
    public IEnumerator<IService> GetEnumerator() => _services.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
