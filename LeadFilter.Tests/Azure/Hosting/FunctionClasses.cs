using System.Reflection;
using LeadFilter.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>The classes that hold functions, which the Functions host makes again for each call.</summary>
internal static class FunctionClasses
{
    public static IServiceCollection AddFunctions(this IServiceCollection services)
    {
        foreach (var type in typeof(AzureHost).Assembly.GetTypes().Where(IsFunctionClass))
        {
            services.AddTransient(type);
        }

        return services;
    }

    private static bool IsFunctionClass(Type type) =>
        type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null);
}
