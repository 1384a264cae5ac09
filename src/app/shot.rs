//! Pictures of screens without a window: the same program, drawn by the software driver into an image.
//!
//! One [`Studio`] is one running program. It never reads or writes a person's files, and its clock
//! stands unless it is told to run. Tests use it for pictures and for pressing keys and buttons.
//! Frames are painted only while a picture is taken: everything else runs as in a window, but three
//! quarters of a frame's cost without a graphics card is the painting.

use std::path::Path;
use std::sync::{Arc, Mutex};

use bevy::app::SubApps;
use bevy::asset::RenderAssetUsages;
use bevy::camera::{NormalizedRenderTarget, RenderTarget};
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::picking::pointer::{Location, PointerAction, PointerButton, PointerId, PointerInput};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::render_resource::{
    Extent3d, PollType, TextureDimension, TextureFormat, TextureUsages,
};
use bevy::render::renderer::RenderDevice;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::ui::IsDefaultUiCamera;
use bevy::window::{ExitCondition, PrimaryWindow, WindowResolution};
use bevy::winit::WinitPlugin;

use super::action::{Acted, Action};
use super::i18n::Lang;
use super::screens::Screen;
use super::settings::{Settings, SettingsFile};
use super::shelf::Shelf;
use super::{Options, Problem, compose, machine};

/// Frames after which a screen is complete: state, layout, text, drawings, renderer.
const SETTLE: usize = 8;

/// The program, off screen.
pub struct Studio {
    apps: SubApps,
    target: Handle<Image>,
    camera: Entity,
    window: Entity,
    size: (u32, u32),
}

/// A picture, rows of RGBA with 8 bits a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shot {
    pub width: u32,
    pub height: u32,
    pub pixels: Vec<u8>,
}

impl Studio {
    /// The program at the home screen, `size` pixels large.
    ///
    /// # Errors
    /// If there is no driver to draw with.
    pub fn open(shelf: Shelf, size: (u32, u32)) -> Result<Self, Problem> {
        machine::check_driver()?;
        let mut app = App::new();
        let render = RenderPlugin {
            synchronous_pipeline_compilation: true,
            ..default()
        };
        let window = WindowPlugin {
            primary_window: None,
            exit_condition: ExitCondition::DontExit,
            ..default()
        };
        app.add_plugins(
            DefaultPlugins
                .set(window)
                .set(render)
                .set(bevy::log::LogPlugin {
                    filter: "error,wgpu=off,naga=off,icu_provider=off".into(),
                    ..default()
                })
                .disable::<WinitPlugin>()
                .disable::<bevy::render::pipelined_rendering::PipelinedRenderingPlugin>(),
        );
        let settings = Some(SettingsFile(None));
        compose(
            &mut app,
            Options {
                shelf: Some(shelf),
                settings,
                ..default()
            },
        );
        let target = target(&mut app, size);
        let resting = Camera {
            is_active: false,
            ..default()
        };
        let onto = RenderTarget::from(target.clone());
        let camera = app
            .world_mut()
            .spawn((Camera2d, resting, onto, IsDefaultUiCamera))
            .id();
        // Keys need a window to arrive at; nothing is drawn into it.
        let resolution = WindowResolution::new(size.0, size.1);
        let window = Window {
            resolution,
            visible: false,
            ..default()
        };
        let window = app.world_mut().spawn((window, PrimaryWindow)).id();
        app.finish();
        app.cleanup();
        let apps = std::mem::take(app.sub_apps_mut());
        let mut studio = Self {
            apps,
            target,
            camera,
            window,
            size,
        };
        studio.settle();
        Ok(studio)
    }

    /// The world, to put things into and to look at.
    pub fn world(&mut self) -> &mut World {
        self.apps.main.world_mut()
    }

    /// One frame.
    pub fn frame(&mut self) {
        self.apps.update();
        let device = self
            .apps
            .main
            .world()
            .resource::<RenderDevice>()
            .wgpu_device()
            .clone();
        let wait = PollType::Wait {
            submission_index: None,
            timeout: None,
        };
        if let Err(problem) = device.poll(wait) {
            error!("the driver does not answer: {problem}");
        }
    }

    /// As many frames as a change needs.
    pub fn settle(&mut self) {
        for _ in 0..SETTLE {
            self.frame();
        }
    }

    /// Speaks this language from now on.
    pub fn speak(&mut self, language: Lang) {
        self.world().resource_mut::<Settings>().language = language;
        self.settle();
    }

    /// Goes to a screen as if its way had been walked.
    pub fn show(&mut self, screen: Screen) {
        self.world().resource_mut::<NextState<Screen>>().set(screen);
        self.settle();
    }

    /// What is shown.
    #[must_use]
    pub fn screen(&self) -> Screen {
        *self.apps.main.world().resource::<State<Screen>>().get()
    }

    /// A person does this.
    pub fn act(&mut self, action: Action) {
        self.world().write_message(Acted {
            action,
            source: Entity::PLACEHOLDER,
        });
        self.settle();
    }

    /// A key is pressed and let go; `sign` is what it types.
    pub fn press(&mut self, key_code: KeyCode, sign: Key) {
        self.key(key_code, &sign, ButtonState::Pressed);
        self.key(key_code, &sign, ButtonState::Released);
        self.settle();
    }

    /// Holds a key down until `done` or for `frames` frames.
    pub fn hold(&mut self, key_code: KeyCode, frames: usize, done: impl Fn(&Self) -> bool) {
        self.key(key_code, &Key::Enter, ButtonState::Pressed);
        for _ in 0..frames {
            if done(self) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(16));
            self.frame();
        }
        self.key(key_code, &Key::Enter, ButtonState::Released);
        self.settle();
    }

    /// A click in the middle of the control with this action; false if there is none in sight.
    pub fn click(&mut self, action: &Action) -> bool {
        let Some(at) = self.place_of(action) else {
            return false;
        };
        self.point(at, PointerAction::Move { delta: Vec2::ONE });
        self.point(at, PointerAction::Press(PointerButton::Primary));
        self.point(at, PointerAction::Release(PointerButton::Primary));
        self.settle();
        true
    }

    /// A click that a slow machine hears of within one frame.
    pub fn tap(&mut self, action: &Action) -> bool {
        let Some(at) = self.place_of(action) else {
            return false;
        };
        self.point(at, PointerAction::Move { delta: Vec2::ONE });
        self.tell(at, PointerAction::Press(PointerButton::Primary));
        self.point(at, PointerAction::Release(PointerButton::Primary));
        self.settle();
        true
    }

    /// The middle of the control that does this, in logical pixels of the window.
    fn place_of(&mut self, action: &Action) -> Option<Vec2> {
        let mut controls = self
            .world()
            .query::<(&Action, &UiGlobalTransform, &ComputedNode)>();
        let found = controls
            .iter(self.apps.main.world())
            .find(|(own, ..)| *own == action)
            .map(|(_, place, node)| place.translation * node.inverse_scale_factor)?;
        let scale = self.apps.main.world().resource::<UiScale>().0;
        Some(found * scale)
    }

    /// The mouse takes hold at `from` and lets go at `to`, in logical pixels of the window.
    pub fn drag(&mut self, from: Vec2, to: Vec2) {
        self.point(from, PointerAction::Move { delta: Vec2::ONE });
        self.point(from, PointerAction::Press(PointerButton::Primary));
        let delta = (to - from) / 2.0;
        for part in [0.5, 1.0] {
            self.point(from.lerp(to, part), PointerAction::Move { delta });
        }
        self.point(to, PointerAction::Release(PointerButton::Primary));
        self.settle();
    }

    /// The wheel turns by this many lines over `at`.
    pub fn roll(&mut self, at: Vec2, lines: f32) {
        self.point(at, PointerAction::Move { delta: Vec2::ONE });
        let scroll = PointerAction::Scroll {
            unit: bevy::input::mouse::MouseScrollUnit::Line,
            x: 0.0,
            y: lines,
            phase: bevy::input::touch::TouchPhase::Moved,
        };
        self.point(at, scroll);
        self.settle();
    }

    fn point(&mut self, position: Vec2, action: PointerAction) {
        self.tell(position, action);
        self.frame();
        self.frame();
    }

    fn tell(&mut self, position: Vec2, action: PointerAction) {
        let target = NormalizedRenderTarget::Image(self.target.clone().into());
        let location = Location { target, position };
        self.world()
            .write_message(PointerInput::new(PointerId::Mouse, location, action));
    }

    fn key(&mut self, key_code: KeyCode, sign: &Key, state: ButtonState) {
        let text = match (sign, state) {
            (Key::Character(text), ButtonState::Pressed) => Some(text.clone()),
            _ => None,
        };
        let window = self.window;
        let logical_key = sign.clone();
        self.world().write_message(KeyboardInput {
            key_code,
            logical_key,
            state,
            text,
            repeat: false,
            window,
        });
        self.frame();
    }

    /// What is on the screen now.
    pub fn shoot(&mut self) -> Option<Shot> {
        let before = self.paint(true);
        self.frame();
        let shot = self.capture();
        self.paint(before);
        shot
    }

    /// Paints the frames that follow, or no longer does, for who measures what they cost in a window.
    /// Says what held before.
    pub fn paint(&mut self, painting: bool) -> bool {
        let camera = self.camera;
        let camera = self.world().get_mut::<Camera>(camera);
        camera.is_some_and(|mut c| std::mem::replace(&mut c.is_active, painting))
    }

    fn capture(&mut self) -> Option<Shot> {
        let taken: Arc<Mutex<Option<Image>>> = Arc::default();
        let keep = Arc::clone(&taken);
        let target = self.target.clone();
        self.world().spawn(Screenshot::image(target)).observe(
            move |captured: On<ScreenshotCaptured>| {
                if let Ok(mut taken) = keep.lock() {
                    *taken = Some(captured.image.clone());
                }
            },
        );
        for _ in 0..12 {
            self.frame();
            let image = taken.lock().ok().and_then(|mut taken| taken.take());
            if let Some(image) = image {
                let (width, height) = self.size;
                return Some(Shot {
                    width,
                    height,
                    pixels: image.data?,
                });
            }
        }
        None
    }
}

fn target(app: &mut App, (width, height): (u32, u32)) -> Handle<Image> {
    let mut image = Image::new_uninit(
        Extent3d {
            width,
            height,
            depth_or_array_layers: 1,
        },
        TextureDimension::D2,
        TextureFormat::Rgba8UnormSrgb,
        RenderAssetUsages::RENDER_WORLD,
    );
    image.texture_descriptor.usage |= TextureUsages::RENDER_ATTACHMENT;
    app.world_mut().resource_mut::<Assets<Image>>().add(image)
}

impl Shot {
    /// Writes it as PNG.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let size = resvg::tiny_skia::IntSize::from_wh(self.width, self.height);
        let pixmap =
            size.and_then(|size| resvg::tiny_skia::Pixmap::from_vec(self.pixels.clone(), size));
        let pixmap = pixmap.ok_or_else(|| std::io::Error::other("the picture has no size"))?;
        let bytes = pixmap.encode_png().map_err(std::io::Error::other)?;
        std::fs::write(path, bytes)
    }

    /// Reads a PNG that [`Shot::write`] wrote.
    #[must_use]
    pub fn read(path: &Path) -> Option<Self> {
        let bytes = std::fs::read(path).ok()?;
        let pixmap = resvg::tiny_skia::Pixmap::decode_png(&bytes).ok()?;
        Some(Self {
            width: pixmap.width(),
            height: pixmap.height(),
            pixels: pixmap.take(),
        })
    }

    /// How many pixels differ by more than `tolerance` in a channel; all of them if the sizes differ.
    #[must_use]
    pub fn differing(&self, other: &Shot, tolerance: u8) -> usize {
        if (self.width, self.height) != (other.width, other.height) {
            return self.pixels.len().max(other.pixels.len()) / 4;
        }
        let pairs = self
            .pixels
            .chunks_exact(4)
            .zip(other.pixels.chunks_exact(4));
        pairs
            .filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > tolerance))
            .count()
    }
}
