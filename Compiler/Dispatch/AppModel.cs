using Stryke.Web.Compiler.Routes;

namespace Stryke.Web.Compiler.Dispatch;

/// <summary>What the pipeline of an app is composed of.</summary>
internal sealed record AppModel(RouteTable Routes, MiddlewareModel Middleware, bool HasViews, bool HasJson);
