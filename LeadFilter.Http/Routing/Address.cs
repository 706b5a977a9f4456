using System.Diagnostics.CodeAnalysis;
using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadFilter.Http.Routing;

/// <summary>An address of the filter: all that hosts, the command line and tests need to know of it.</summary>
public sealed class Address
{
    private readonly Action<IServiceCollection> register;
    private readonly Func<IServiceProvider, AddressHandler> handlerOf;

    private Address(
        string name,
        string template,
        Caller caller,
        IReadOnlyList<string> methods,
        Action<IServiceCollection> register,
        Func<IServiceProvider, AddressHandler> handlerOf)
    {
        (Name, Template, Caller, Methods) = (name, template, caller, methods);
        (this.register, this.handlerOf) = (register, handlerOf);
        var start = template.IndexOf('{', StringComparison.Ordinal);
        Parameter = start < 0 ? null : template[(start + 1)..template.IndexOf('}', StringComparison.Ordinal)];
    }

    /// <summary>Its name, also that of the function on Azure.</summary>
    public string Name { get; }

    /// <summary>The address without the prefix, with at most one parameter in braces.</summary>
    public string Template { get; }

    /// <summary>The parameter's name; null if there is none.</summary>
    public string? Parameter { get; }

    /// <summary>Who may call it.</summary>
    public Caller Caller { get; }

    /// <summary>The methods, in capitals.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>The template with the prefix and a slash before it.</summary>
    public string Pattern => $"/{Addresses.Prefix}/{Template}";

    /// <summary>Declares an address.</summary>
    /// <typeparam name="TEndpoint">What answers. Hosts make one of it for all requests.</typeparam>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="template">See <see cref="Template"/>.</param>
    /// <param name="caller">See <see cref="Caller"/>.</param>
    /// <param name="methods">See <see cref="Methods"/>.</param>
    /// <param name="answer">Has the endpoint answer a request with what stands in the parameter's place.</param>
    public static Address Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEndpoint>(
        string name,
        string template,
        Caller caller,
        IReadOnlyList<string> methods,
        Func<TEndpoint, HttpRequest, string, CancellationToken, Task<IResult>> answer)
        where TEndpoint : class
    {
        ArgumentNullException.ThrowIfNull(template);
        return new(
            name,
            template,
            caller,
            methods,
            static services => services.TryAddSingleton<TEndpoint>(),
            services =>
            {
                var endpoint = services.GetRequiredService<TEndpoint>();
                return (request, argument, cancellation) => answer(endpoint, request, argument, cancellation);
            });
    }

    /// <summary>Adds what answers to a host's services.</summary>
    /// <param name="services">The services.</param>
    public void AddTo(IServiceCollection services) => register(services);

    /// <summary>What answers requests on a host. For <see cref="Caller.Admin"/> the key is checked before anything else.</summary>
    /// <param name="services">The host's services.</param>
    public AddressHandler HandlerOn(IServiceProvider services)
    {
        var handler = handlerOf(services);
        if (Caller != Caller.Admin)
        {
            return handler;
        }

        var key = services.GetRequiredService<AdminKey>();
        return (request, argument, cancellation) =>
            key.Opens(request) ? handler(request, argument, cancellation) : Task.FromResult<IResult>(Problem.Unauthorized);
    }

    /// <summary>The path with something in the parameter's place, such as <c>/api/campaigns/solar/leads</c>.</summary>
    /// <param name="argument">What to put there; it is left out of an address without a parameter.</param>
    public string PathOf(string argument = "") =>
        Parameter is null ? Pattern : Pattern.Replace($"{{{Parameter}}}", argument, StringComparison.Ordinal);
}
