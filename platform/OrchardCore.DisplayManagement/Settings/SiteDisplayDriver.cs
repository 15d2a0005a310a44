using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Entities;
using OrchardCore.Settings;

namespace OrchardCore.DisplayManagement.Handlers
{
    public interface IDisplayDriver<in TModel>
    {
        internal Task<IDisplayResult> BuildEditorAsync(TModel model, BuildEditorContext context);

        internal Task<IDisplayResult> UpdateEditorAsync(TModel model, UpdateEditorContext context);
    }

    public static class ServiceCollectionExtensions
    {
        public static IServiceCollection AddSiteDisplayDriver<TDriver>(this IServiceCollection services)
            where TDriver : class, IDisplayDriver<ISite>
            => services.AddScoped<IDisplayDriver<ISite>, TDriver>();
    }
}

namespace OrchardCore.DisplayManagement.Entities
{
    public abstract class SectionDisplayDriverBase<TModel, TSection> : DisplayDriverBase
        where TSection : new()
        where TModel : class, IEntity
    {
        public virtual Task<IDisplayResult> EditAsync(TModel model, TSection section, BuildEditorContext context) => Task.FromResult<IDisplayResult>(null);

        /// <summary>Reads what was posted into the section, which is saved unless the model state has errors.</summary>
        public virtual Task<IDisplayResult> UpdateAsync(TModel model, TSection section, UpdateEditorContext context) => EditAsync(model, section, context);
    }

    /// <summary>Shows some settings on the settings page of a group, and reads them back.</summary>
    public abstract class SiteDisplayDriver<TSettings> : SectionDisplayDriverBase<ISite, TSettings>, IDisplayDriver<ISite>
        where TSettings : new()
    {
        /// <summary>The group, which is also the end of the page's address.</summary>
        protected abstract string SettingsGroupId { get; }

        async Task<IDisplayResult> IDisplayDriver<ISite>.BuildEditorAsync(ISite model, BuildEditorContext context)
            => Takes(context) ? await EditAsync(model, Read(model), context) : null;

        async Task<IDisplayResult> IDisplayDriver<ISite>.UpdateEditorAsync(ISite model, UpdateEditorContext context)
        {
            if (!Takes(context))
            {
                return null;
            }

            var settings = Read(model);
            var result = await UpdateAsync(model, settings, context);

            if (result is not null && context.Updater.ModelState.IsValid)
            {
                ((SiteSettings)model).Put(settings);
            }

            return result;
        }

        private static TSettings Read(ISite site) => ((SiteSettings)site).GetOrCreate<TSettings>();

        private bool Takes(BuildEditorContext context)
        {
            Prefix = context.PrefixOf($"{nameof(ISite)}.{typeof(TSettings).Name}");

            return context.GroupId.Equals(SettingsGroupId, StringComparison.OrdinalIgnoreCase);
        }
    }
}
