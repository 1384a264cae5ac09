library-title = เลือกคดี
library-count = { $number } คดี
library-empty = ไม่พบคดี โปรดติดตั้งโปรแกรมใหม่ หรือวางโฟลเดอร์คดีไว้ข้างโปรแกรม
library-facts = { $minutes } นาที · { $rounds } รอบ · { $difficulty }
library-languages = มีภาษา { $names }
library-play = เล่นคดีนี้
library-title-room = เลือกคดีสำหรับห้องฝึก
library-host = เปิดโต๊ะ
