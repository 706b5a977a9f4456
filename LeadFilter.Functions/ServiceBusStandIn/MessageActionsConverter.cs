using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Gives functions the means to settle messages by the host that started this worker.</summary>
/// <param name="configuration">Holds the host's address.</param>
internal sealed class MessageActionsConverter(IConfiguration configuration) : IInputConverter
{
    private readonly HostSettlement settlement = new(new(configuration["Functions:Worker:HostEndpoint"]!));

    /// <inheritdoc/>
    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => new(ConversionResult.Success(settlement));
}
