using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadFilter.Http.Routing;

/// <summary>An address of the filter: all that hosts, the command line and tests need to know of it.</summary>
public sealed class Address
{
    private readonly IReadOnlyList<(string Method, Caller Caller)> uses;
    private readonly Action<IServiceCollection> register;
    private readonly Func<IServiceProvider, AddressHandler> handlerOf;

    private Address(
        string name,
        string template,
        IReadOnlyList<(string Method, Caller Caller)> uses,
        Action<IServiceCollection> register,
        Func<IServiceProvider, AddressHandler> handlerOf)
    {
        (Name, Template, Methods) = (name, template, [.. uses.Select(static use => use.Method)]);
        (this.uses, this.register, this.handlerOf) = (uses, register, handlerOf);
        Parameters = [.. template.Split('{').Skip(1).Select(static rest => rest[..rest.IndexOf('}', StringComparison.Ordinal)])];
    }

    /// <summary>Its name, also that of the function on Azure.</summary>
    public string Name { get; }

    /// <summary>
    /// The address without the prefix, with its parameters in braces. One that begins with a slash has no prefix: there are
    /// programs that expect it at the root.
    /// </summary>
    public string Template { get; }

    /// <summary>The parameters' names, in the order of the template.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The methods, in capitals.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>The template with the prefix and a slash before it.</summary>
    public string Pattern => Template.StartsWith('/') ? Template : $"/{Addresses.Prefix}/{Template}";

    /// <summary>Declares an address that the same callers may call with every method.</summary>
    /// <typeparam name="TEndpoint">What answers. Hosts make one of it for all requests.</typeparam>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="template">See <see cref="Template"/>.</param>
    /// <param name="caller">Who may call it.</param>
    /// <param name="methods">See <see cref="Methods"/>.</param>
    /// <param name="answer">Has the endpoint answer a request with what stands in the places of the parameters.</param>
    public static Address Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEndpoint>(
        string name,
        string template,
        Caller caller,
        IReadOnlyList<string> methods,
        Func<TEndpoint, HttpRequest, IReadOnlyList<string>, CancellationToken, Task<IResult>> answer)
        where TEndpoint : class =>
        Of(name, template, [.. methods.Select(method => (method, caller))], answer);

    /// <summary>Declares an address whose methods are for different callers.</summary>
    /// <typeparam name="TEndpoint">What answers. Hosts make one of it for all requests.</typeparam>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="template">See <see cref="Template"/>.</param>
    /// <param name="uses">The methods, in capitals, and who may call each.</param>
    /// <param name="answer">Has the endpoint answer a request with what stands in the places of the parameters.</param>
    public static Address Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TEndpoint>(
        string name,
        string template,
        IReadOnlyList<(string Method, Caller Caller)> uses,
        Func<TEndpoint, HttpRequest, IReadOnlyList<string>, CancellationToken, Task<IResult>> answer)
        where TEndpoint : class
    {
        ArgumentNullException.ThrowIfNull(template);
        return new(
            name,
            template,
            uses,
            static services => services.TryAddSingleton<TEndpoint>(),
            services =>
            {
                var endpoint = services.GetRequiredService<TEndpoint>();
                return (request, arguments, cancellation) => answer(endpoint, request, arguments, cancellation);
            });
    }

    /// <summary>Who may call it.</summary>
    /// <param name="method">With which method.</param>
    /// <returns>Only the admin for a method that the address does not have: a host that lets it through must not open anything.</returns>
    public Caller CallerOf(string method)
    {
        foreach (var use in uses)
        {
            if (use.Method == method)
            {
                return use.Caller;
            }
        }

        return Caller.Admin;
    }

    /// <summary>Whether only the buyer's staff may call it.</summary>
    /// <param name="method">With which method.</param>
    public bool IsForStaff(string method) => HasStaff(CallerOf(method)) && !CallerOf(method).HasFlag(Caller.Vendor);

    /// <summary>Adds what answers to a host's services.</summary>
    /// <param name="services">The services.</param>
    public void AddTo(IServiceCollection services) => register(services);

    /// <summary>What answers requests on a host. For the buyer's staff the key is checked before anything else.</summary>
    /// <param name="services">The host's services.</param>
    public AddressHandler HandlerOn(IServiceProvider services)
    {
        var handler = handlerOf(services);
        if (!uses.Any(static use => HasStaff(use.Caller)))
        {
            return handler;
        }

        var gate = services.GetRequiredService<StaffGate>();
        return (request, arguments, cancellation) => gate.AnswerAsync(this, handler, request, arguments, cancellation);
    }

    /// <summary>The path with something in the parameters' places, such as <c>/api/campaigns/solar/leads</c>.</summary>
    /// <param name="arguments">What to put there, one for each parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer arguments than parameters.</exception>
    public string PathOf(params IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Count != Parameters.Count)
        {
            throw new ArgumentException(
                $"The address '{Template}' has {Parameters.Count} parameters, not {arguments.Count}.", nameof(arguments));
        }

        return Parameters.Zip(arguments).Aggregate(
            Pattern, static (path, one) => path.Replace($"{{{one.First}}}", one.Second, StringComparison.Ordinal));
    }

    private static bool HasStaff(Caller caller) => (caller & (Caller.Admin | Caller.Read | Caller.Crm)) != Caller.Anyone;
}
