using LeadFilter.Functions;
using LeadFilter.Functions.Queues;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<QueueEdge>();
builder.Services.AddAzureHost(builder.Configuration);
await builder.Build().RunAsync();
