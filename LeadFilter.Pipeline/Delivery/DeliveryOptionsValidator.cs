using Microsoft.Extensions.Options;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>Checks <see cref="DeliveryOptions"/> against the ranges on its properties; written when the program is built, without reflection.</summary>
[OptionsValidator]
internal sealed partial class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>;
