using Stryke.Web.Actors;

namespace Stryke.Web.Specs.Actors.Net;

public sealed class PortableReactorSpec() : ReactorConformance(Backend.Portable);
