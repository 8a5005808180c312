"""A WebKitGTK browser window that keeps its profile and that WebKitWebDriver can drive.

The driver's own choice, MiniBrowser under automation, always forgets everything at the end.
Arguments: a JSON object {profile, downloads, requests, pid, dark, scripts, storage}.
"""
import json
import os
import sys

import gi

gi.require_version('Gtk', '3.0')
gi.require_version('WebKit2', '4.1')
from gi.repository import GObject, Gtk, WebKit2  # noqa: E402

asked = json.loads(sys.argv[1])
with open(asked['pid'], 'w', encoding='utf-8') as file:
    file.write(str(os.getpid()))
requests = open(asked['requests'], 'w', encoding='utf-8', buffering=1)

manager = WebKit2.WebsiteDataManager(
    base_data_directory=asked['profile'], base_cache_directory=os.path.join(asked['profile'], 'cache')
)
context = WebKit2.WebContext.new_with_website_data_manager(manager)
context.set_automation_allowed(True)
if asked['dark']:
    Gtk.Settings.get_default().set_property('gtk-application-prefer-dark-theme', True)


def make_view(related=None):
    if related:
        view = GObject.new(WebKit2.WebView, related_view=related)
    else:
        view = GObject.new(WebKit2.WebView, web_context=context, is_controlled_by_automation=True)
    settings = view.get_settings()
    settings.set_property('enable-write-console-messages-to-stdout', True)
    # The page's own scripts are switched off, the driver's still run.
    settings.set_property('enable-javascript-markup', asked['scripts'])
    settings.set_property('enable-html5-database', asked['storage'])
    settings.set_property('enable-html5-local-storage', asked['storage'])
    view.connect('resource-load-started', lambda _view, _resource, request: requests.write(request.get_uri() + '\n'))
    window = Gtk.Window()
    window.set_default_size(1280, 800)
    window.add(view)
    window.show_all()
    view.connect('close', lambda _view: window.destroy())
    view.connect('create', lambda opener, _action: make_view(related=opener))
    return view


def started(_context, session):
    info = WebKit2.ApplicationInfo()
    info.set_name('webkit-window')
    info.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(info)
    session.connect('create-web-view', lambda _session: make_view())


def take_download(_context, download):
    def decide(found, name):
        os.makedirs(asked['downloads'], exist_ok=True)
        found.set_destination('file://' + os.path.join(asked['downloads'], name))
        return True

    download.connect('decide-destination', decide)


context.connect('automation-started', started)
context.connect('download-started', take_download)
Gtk.main()
